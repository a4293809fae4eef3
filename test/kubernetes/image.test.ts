import { describe, expect, it } from "vitest";
import { imageReference, isBuilt } from "../../src/kubernetes/image.ts";

describe("an image reference", () => {
  it.each([
    ["nginx:", "nginx", "", undefined],
    ["localhost:5000/app:1", "localhost:5000/app", "1", undefined],
    ["a/b:c", "a/b", "c", undefined],
    ["a:b", "a", "b", undefined],
    ["registry/x:1@sha256:00", "registry/x", "1", "sha256:00"],
  ])("%s", (text, name, tag, digest) => {
    expect(imageReference(text)).toEqual({ name, tag, digest });
  });

  it.each([":1", "/app", "a//b"])("is not %j", text => {
    expect(imageReference(text)).toBeUndefined();
  });
});

/** The first and the last of each letter, as hub.docker.com/u/library lists them. */
it.each(
  [
    "adminer bash bonita buildpack-deps convertigo couchbase erlang fedora hylang ibm-semeru-runtimes irssi liquibase",
    "logstash neo4j neurodebian nextcloud photon php registry rethinkdb rocket.chat teamspeak telegraf consul zookeeper",
  ].flatMap(line => line.split(" ")),
)("%s is pulled as it is", name => {
  expect(isBuilt({ name, tag: undefined, digest: undefined })).toBe(false);
});
