import { describe, expect, it } from "vitest";
import { isReleaseOf, isSameProgram, isVersion, RELEASE_KEYS, stemOf, tagsOf } from "../../src/kubernetes/release.ts";
import { deployment, graphOf, workloadIn } from "../graph/objects.ts";

const IMAGE = "registry.example/app:1";

/** Two workloads, each with its image and its container's name. */
async function pair(one: [string, string, string?], other: [string, string, string?], kind = "Deployment") {
  const text = ([name, image, container = "app"]: [string, string, string?], of = "Deployment") =>
    deployment(name, { kind: of, labels: { app: name } })
      .replace(`image: ${IMAGE}`, image === "" ? "tty: true" : `image: ${image}`)
      .replace("- name: app", `- name: ${container}`);
  const graph = await graphOf({ "k/a.yaml": text(one), "k/b.yaml": text(other, kind) });
  return [workloadIn(graph, one[0], "k/a.yaml"), workloadIn(graph, other[0], "k/b.yaml")] as const;
}

describe("a version", () => {
  it.each(["1", "v2", "1.2.3", "1.2.3.4", "V1.0", "2.0-rc1", "1.0+build.5", `${"1".repeat(64)}`])("is %j", text => {
    expect(isVersion(text)).toBe(true);
  });

  it.each(["", "stable", "1.2.3.4.5", "v", "1-", "1.x", "a1", `${"1".repeat(65)}`])("is not %j", text => {
    expect(isVersion(text)).toBe(false);
  });
});

describe("the name without what tells the release", () => {
  it.each([
    ["web-v2", "web"],
    ["web-green", "web"],
    ["web11", "web"],
    ["web-1.2.3", "web"],
    ["web_stable", "web"],
    ["web-CANARY", "web"],
    ["web", "web"],
    ["web-v1.2", "web"],
    ["dev2", "dev"],
    ["blue", "blue"],
    [`${"a".repeat(126)}-1`, "a".repeat(126)],
    [`${"a".repeat(127)}-1`, `${"a".repeat(127)}-1`],
  ])("of %s is %s", (name, stem) => {
    expect(stemOf(name)).toBe(stem);
  });
});

it.each([
  ...["version", "track", "release", "stage", "role", "channel", "color", "colour", "deployment", "slot", "env"],
  ...["pod-template-hash", "app.kubernetes.io/version", "tier-version", "ver"],
])("the label %s tells releases apart", key => {
  expect(RELEASE_KEYS.has(key)).toBe(true);
});

describe("workloads run the same program", () => {
  it.each([
    ["one image, two tags", "example.com/web:1", "example.com/web:2", "app", "app", true],
    ["two images", "example.com/web:1", "example.com/api:1", "app", "app", false],
    ["two releases by the image's name", "example.com/web-v1:1", "example.com/web-v2:1", "app", "other", true],
    ["one image, in containers of other names", "example.com/web:1", "example.com/web:1", "one", "two", true],
    ["an image not known, the container's name", "example.com/web:1", '"${IMAGE}"', "web", "web", true],
    ["an image not known, another name", "example.com/web:1", '"${IMAGE}"', "web", "api", false],
    ["no image at all", "", "", "web", "web", true],
    ["no image at all, other names", "", "", "web", "api", false],
  ])("%s", async (_title, left, right, leftName, rightName, expected) => {
    const [a, b] = await pair(["a", left, leftName], ["b", right, rightName]);
    expect(isSameProgram(a, b)).toBe(expected);
    expect(isSameProgram(b, a)).toBe(expected);
  });

  it("when both have no container, and then by nothing else", async () => {
    const bare = (name: string) =>
      deployment(name, { labels: { app: name } }).replace(/containers:[\s\S]*/, "containers: []\n");
    const graph = await graphOf({ "k/a.yaml": bare("a"), "k/b.yaml": deployment("b", { labels: { app: "b" } }) });
    expect(isSameProgram(workloadIn(graph, "a"), workloadIn(graph, "b"))).toBe(false);
  });
});

describe("a workload is a release of another", () => {
  it("with the same program and one stem", async () => {
    expect(isReleaseOf(...(await pair(["web-blue", "example.com/web:1"], ["web-green", "example.com/web:2"])))).toBe(
      true,
    );
  });

  it.each([
    ["of another program", ["web-blue", "example.com/web:1"], ["web-green", "example.com/api:1"], "Deployment"],
    ["of another stem", ["web-blue", "example.com/web:1"], ["shop-green", "example.com/web:1"], "Deployment"],
    ["of another kind", ["web-blue", "example.com/web:1"], ["web-green", "example.com/web:1"], "StatefulSet"],
    ["of the same name", ["web", "example.com/web:1"], ["web", "example.com/web:1"], "Deployment"],
  ] as [string, [string, string], [string, string], string][])("but none %s", async (_title, one, other, kind) => {
    expect(isReleaseOf(...(await pair(one, other, kind)))).toBe(false);
  });
});

it("the tags of a workload are those of its app containers' images", async () => {
  const [one, none] = await pair(["a", "example.com/web:1.2"], ["b", "example.com/web"]);
  expect([tagsOf(one), tagsOf(none)]).toEqual([["1.2"], []]);
  const [broken, absent] = await pair(["a", '"<image>"'], ["b", ""]);
  expect([tagsOf(broken), tagsOf(absent)]).toEqual([[], []]);
});
