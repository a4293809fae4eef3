import { describe, expect, it } from "vitest";
import { nameMatcher, pathMatcher } from "../src/glob.ts";

describe("globs of paths", () => {
  it.each([
    ["*.yaml", "a.yaml", true],
    ["*.yaml", "deep/down/a.yaml", true],
    ["*.yaml", "a.yml", false],
    ["k8s/*.yaml", "k8s/a.yaml", true],
    ["k8s/*.yaml", "k8s/b/a.yaml", false],
    ["k8s/*.yaml", "x/k8s/a.yaml", false],
    ["k8s/**", "k8s/b/a.yaml", true],
    ["k8s/**/a.yaml", "k8s/a.yaml", true],
    ["k8s/**/a.yaml", "k8s/b/c/a.yaml", true],
    ["k8s/**/a.yaml", "k8s/xa.yaml", false],
    ["**/test/**", "a/test/b.yaml", true],
    ["**/test/**", "test/b.yaml", true],
    ["**/test/**", "a/tests/b.yaml", false],
    ["vendor", "vendor/a.yaml", true],
    ["vendor", "a/vendor/b/c.yaml", true],
    ["vendor/", "vendor/a.yaml", true],
    ["/vendor", "vendor/a.yaml", true],
    ["vendor", "vendored/a.yaml", false],
    ["./k8s/a.yaml", "k8s/a.yaml", true],
    ["a?.yaml", "ab.yaml", true],
    ["a?.yaml", "a/.yaml", false],
    ["*.{yml,yaml}", "a.yml", true],
    ["{a,b}/{c,d}.yaml", "b/c.yaml", true],
    ["{a,b}/{c,d}.yaml", "c/c.yaml", false],
    ["a.yaml", "axyaml", false],
    ["[a].yaml", "a.yaml", false],
    ["(a|b).yaml", "(a|b).yaml", true],
  ])("%s on %s: %s", (glob, path, expected) => {
    expect(pathMatcher([glob])(path)).toBe(expected);
  });

  it("any of several may fit, and none fits nothing", () => {
    expect(pathMatcher(["a", "b"])("b")).toBe(true);
    expect(pathMatcher([])("b")).toBe(false);
  });

  it("answers patterns that would keep a backtracking matcher busy for ever", () => {
    expect(pathMatcher([`${"*a".repeat(40)}b`])("a".repeat(2000))).toBe(false);
    expect(pathMatcher([`${"**/".repeat(40)}b`])(`${"a/".repeat(1000)}c`)).toBe(false);
    expect(pathMatcher([`${"{a,b}".repeat(40)}x`])("a")).toBe(false);
  });
});

describe("globs of names", () => {
  it.each([
    ["dev-*", "dev-1", true],
    ["dev-*", "prod", false],
    ["*", "", true],
    ["a*b*c", "axxbyyc", true],
    ["a*b*c", "acb", false],
    ["web", "web", true],
    ["a.c", "abc", false],
    ["a?", "ab", false],
  ])("%s on %s: %s", (glob, name, expected) => {
    expect(nameMatcher([glob])(name)).toBe(expected);
  });
});
