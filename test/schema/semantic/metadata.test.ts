import { describe, expect, it } from "vitest";
import { Problems } from "../../../src/schema/problems.ts";
import { type NameRule, validateMetadata } from "../../../src/schema/semantic/metadata.ts";
import { briefly, fieldOf, fixed } from "./manifest.ts";

function said(metadata: string, name: NameRule = "subdomain", namespaced = true) {
  const problems = new Problems();
  validateMetadata(fieldOf(`metadata: ${metadata}\n`), { namespaced, name }, problems);
  return problems.list;
}

describe("metadata", () => {
  it.each<[metadata: string, expected: string[]]>([
    ["{name: a.b-c}", []],
    ["{}", ["rejects metadata.name"]],
    ["null", ["rejects metadata.name"]],
    ["{generateName: a-}", []],
    // A dash at the end is masked together with the character before it.
    ["{generateName: A-}", ["rejects metadata.name"]],
    ["{generateName: AB-}", ["rejects metadata.generateName metadata.name"]],
    ["{generateName: AB-, name: a}", ["rejects metadata.generateName"]],
    ["{name: A}", ["rejects metadata.name"]],
    ["{name: a, namespace: a.b}", ["rejects metadata.namespace"]],
    ["{name: a, labels: {a/b/c: d}}", ["rejects metadata.labels"]],
    ["{name: a, labels: {a: b c}}", ["rejects metadata.labels"]],
    ["{name: a, labels: {a: null}}", []],
    ["{name: a, annotations: {A/b: any text}}", []],
    ["{name: a, annotations: {a b: c}}", ["rejects metadata.annotations"]],
    ["{name: a, finalizers: [kubernetes, a.b/c]}", []],
    ["{name: a, finalizers: [mine]}", ["rejects metadata.finalizers[0]"]],
    ["{name: a, finalizers: [a b]}", ["rejects metadata.finalizers metadata.finalizers[0]"]],
    ["{name: a, finalizers: [orphan, foregroundDeletion]}", ["rejects metadata.finalizers"]],
    ["{name: a, ownerReferences: [{apiVersion: v1, kind: Pod, name: b, uid: c}]}", []],
    [
      "{name: a, ownerReferences: [{kind: Pod, name: b}]}",
      ["rejects metadata.ownerReferences.apiVersion", "rejects metadata.ownerReferences.uid"],
    ],
    ["{name: a, resourceVersion: '12'}", ["rejects metadata.resourceVersion"]],
    ["{name: a, resourceVersion: '0'}", []],
    ['{name: "${NAME}", namespace: "${NS}", labels: {a: "{{ .b }}"}}', []],
  ])("%s", (metadata, expected) => {
    expect(said(metadata).map(briefly)).toEqual(expected);
  });

  it("has no namespace outside namespaces", () => {
    expect(said("{name: a, namespace: b}", "label", false).map(briefly)).toEqual(["drops metadata.namespace"]);
  });

  it("limits all annotations together", () => {
    const value = "x".repeat(130 * 1024);
    expect(said(`{name: a, annotations: {b: ${value}}}`)).toEqual([]);
    expect(said(`{name: a, annotations: {b: ${value}, c: ${value}}}`).map(briefly)).toEqual([
      "rejects metadata.annotations",
    ]);
  });

  it("points at the first character that does not belong", () => {
    const [problem] = said("{name: a, namespace: defaul드}");
    expect(problem?.message).toContain('offending character U+B4DC "드" at 6; did you mean "default"?');
    expect(problem?.ruleId).toBe("invalid-name");
    expect(said("{name: Web_1}")[0]?.message).toMatch(
      /^"Web_1" is not a valid .*: a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '\.', and must start and end with an alphanumeric character; offending character U\+0057 "W" at 0$/,
    );
  });

  it("offers a name that is one", () => {
    expect(fixed("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: My_Map\n")).toContain("name: my-map");
  });
});
