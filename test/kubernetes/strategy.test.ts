import { describe, expect, it } from "vitest";
import { Field } from "../../src/field.ts";
import { imageReference, isBuilt } from "../../src/kubernetes/image.ts";
import { isLimit, isZero, limitText } from "../../src/kubernetes/strategy.ts";
import { readDocumentsWith } from "../../src/yaml/documents.ts";
import { parsePart } from "../../src/yaml/parse.ts";

const limit = (text: string) => new Field(readDocumentsWith(parsePart, `maxSurge: ${text}`)[0]?.root).get("maxSurge");

describe("the arithmetic of a rollout in words", () => {
  it.each([
    ["25%", 3, "up", "maxSurge 25 % of 3 rounds up to 1"],
    ["25%", 3, "down", "maxSurge 25 % of 3 rounds down to 0"],
    ["25%", 4, "up", "maxSurge 25 % of 4 is 1"],
    ["null", 1, "up", "maxSurge 25 %, the default, of 1 rounds up to 1"],
    ["2", 3, "up", "maxSurge 2"],
    ["200%", 3, "up", "maxSurge 200 % of 3 is 6"],
  ] as const)("%s of %s, rounded %s", (text, total, rounding, words) => {
    expect(limitText(limit(text), total, rounding)).toBe(words);
  });

  it("knows what the API server accepts", () => {
    expect(["0", "3", "0%", "100%", "null"].map(text => isLimit(limit(text)))).toEqual([true, true, true, true, true]);
    expect(["-1", "1.5", '"25"', "25 %", "${X}", "[]"].map(text => isLimit(limit(text)))).not.toContain(true);
    expect(["0", '"0%"', '"00%"'].map(text => isZero(limit(text)))).not.toContain(false);
    expect(["1%", "null", "1"].map(text => isZero(limit(text)))).not.toContain(true);
  });
});

describe("an image reference", () => {
  it.each([
    ["nginx", "nginx", undefined, undefined],
    ["nginx:1.27", "nginx", "1.27", undefined],
    ["registry:5000/team/app", "registry:5000/team/app", undefined, undefined],
    ["registry:5000/team/app:v1", "registry:5000/team/app", "v1", undefined],
    ["app:v1@sha256:00", "app", "v1", "sha256:00"],
    ["app@sha256:00", "app", undefined, "sha256:00"],
  ])("%s", (text, name, tag, digest) => {
    expect(imageReference(text)).toEqual({ name, tag, digest });
  });

  it.each(["", "IMAGE", "ko://example.com/app", "<image>", "my image", "app/"])("is not %j", text => {
    expect(imageReference(text)).toBeUndefined();
  });

  it("is filled in by a build tool where no registry has its name", () => {
    const isFilledIn = (name: string) => isBuilt({ name, tag: undefined, digest: undefined });
    expect(["adservice", "controller"].map(isFilledIn)).toEqual([true, true]);
    expect(["nginx", "busybox", "team/app", "example.com/app"].map(isFilledIn)).not.toContain(true);
  });
});
