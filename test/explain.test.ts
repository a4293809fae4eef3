import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import { ENGINE_PAGES } from "../src/engine-pages.ts";
import { explain, explainEngine, explainField, fieldNamed } from "../src/explain.ts";
import { FIELDS } from "../src/fields.ts";
import { PROBE_DEFAULTS } from "../src/kubernetes/probe.ts";

const paint = { bold: (text: string) => text, dim: (text: string) => text };
const style = (width: number) => ({ paint, width });
const pageOf = (name: string, width = 80) => {
  const [found, facts] = fieldNamed(name) ?? ["", undefined];
  return facts === undefined ? "" : explainField(found, facts, rules, style(width));
};

describe("explain FIELD", () => {
  it("says that periodSeconds is 10 by default, not 1", () => {
    expect(pageOf("periodSeconds")).toMatch(/^default {2}10$/m);
  });

  it("says that failureThreshold has no maximum", () => {
    expect(pageOf("failureThreshold")).toMatch(/^maximum {2}none$/m);
    expect(pageOf("failureThreshold")).toMatch(/^default {2}3$/m);
  });

  it.each(Object.entries(PROBE_DEFAULTS))("quotes the default of %s, %i", (name, value) => {
    expect(pageOf(name)).toContain(`default  ${value}\n`);
  });

  it("names the rules that concern it", () => {
    expect(pageOf("periodSeconds")).toContain("probe-timeout-exceeds-period");
    expect(pageOf("maxUnavailable")).toContain("rollout-zero-available");
    expect(pageOf("failureThreshold")).not.toContain("image-tag-mutable");
  });

  it("finds a name whatever its case, and no other", () => {
    expect(fieldNamed("PERIODSECONDS")?.[0]).toBe("periodSeconds");
    expect(fieldNamed("period")).toBeUndefined();
  });

  it.each(Object.entries(FIELDS))("%s has a meaning, a default and a source", (name, facts) => {
    expect(facts.meaning).toMatch(/^[A-Z].*[^.]$/);
    expect(facts.default).not.toBe("");
    expect(facts.references.length).toBeGreaterThan(0);
    expect(pageOf(name)).toContain(`part of  ${facts.of.slice(0, 30)}`);
  });
});

describe("the width of a page", () => {
  const prose = (page: string) => {
    const lines = page.split("\n");
    const outside = (line: string) => !/^ {2}(https:|pkg\/|k8s\.io\/|kprobe-lint simulate)/.test(line);
    return lines.filter(outside);
  };

  it.each([40, 60, 80, 100])("a field's prose fits into %i columns", width => {
    for (const line of prose(pageOf("terminationGracePeriodSeconds", width)))
      expect(line.length).toBeLessThanOrEqual(width);
  });

  it("wide terminals are used, but not without end", () => {
    const longest = (width: number) => Math.max(...prose(pageOf("maxUnavailable", width)).map(line => line.length));
    expect(longest(100)).toBeGreaterThan(80);
    expect(longest(1000)).toBeLessThanOrEqual(110);
  });

  it.each(rules.map(rule => [rule.id, rule] as const))("%s: what is not YAML fits into 72 columns", (_, rule) => {
    const page = explain(rule, style(72));
    const beforeExamples = page.slice(0, page.indexOf("\nBad"));
    for (const line of beforeExamples.split("\n").slice(1)) expect(line.length).toBeLessThanOrEqual(72);
  });

  it.each(ENGINE_PAGES)("$id fits, too", page => {
    for (const line of explainEngine(page, style(60)).split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });
});

describe("explain RULE", () => {
  it("shows how to see durations, and only where there are any", () => {
    const text = (id: string) =>
      rules
        .filter(rule => rule.id === id)
        .map(rule => explain(rule, style(80)))
        .join("");
    expect(text("liveness-races-readiness")).toContain("kprobe-lint simulate");
    expect(text("probe-zero-defaulted")).not.toContain("kprobe-lint simulate");
  });

  it("says whether there is a fix", () => {
    const text = (id: string) =>
      rules
        .filter(rule => rule.id === id)
        .map(rule => explain(rule, style(80)))
        .join("");
    expect(text("probe-zero-defaulted").split("\n")[0]).toContain("safe fix");
    expect(text("startup-probe-missing").split("\n")[0]).toContain("unsafe fix");
    expect(text("liveness-too-aggressive").split("\n")[0]).not.toContain("fix");
  });
});
