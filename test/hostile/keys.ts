// Keys that mean something to JavaScript, at every level.

import { configMap, deployment, POD, type Row } from "./row.ts";

const KEYS = ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "__defineGetter__"];
const entries = (indent: string, value: string) => KEYS.map(key => `${indent}${key}: ${value}\n`).join("");

export const JAVASCRIPT: readonly Row[] = [
  {
    input: "labels and selectors called __proto__, constructor …",
    bound: "own keys only",
    files: () => ({
      "a.yaml": `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports: [{port: 80}]
  selector:
${entries("    ", "web")}---
${deployment({ metadata: `  labels:\n${entries("    ", "web")}` }).replaceAll("{ app: web }", `{${KEYS.map(key => `${key}: web`).join(", ")}}`)}`,
    }),
    argv: ["--fail-on=never", "--format=json", "a.yaml"],
    status: 0,
    saysNot: /service-selects-nothing|selector-template-mismatch/,
  },
  {
    input: "a selector that no label answers but JavaScript would",
    bound: "own keys only",
    files: () => ({
      "a.yaml": `apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}], selector: {toString: web}}\n---\n${deployment({})}`,
    }),
    argv: ["--complete", "--fail-on=never", "--format=concise", "a.yaml"],
    status: 0,
    says: /service-selects-nothing/,
  },
  {
    input: "ConfigMap data, and who asks for its keys",
    bound: "own keys only",
    files: () => ({
      "a.yaml": `${configMap("a", entries("  ", "x"))}---
${deployment({ container: `          env:\n${KEYS.map(key => `            - {name: ${key}, valueFrom: {configMapKeyRef: {name: a, key: ${key}}}}\n`).join("")}` })}`,
    }),
    argv: ["--complete", "--fail-on=never", "--format=concise", "a.yaml"],
    status: 0,
    saysNot: /configmap-key-missing/,
  },
  {
    input: "a key that is not in the data but in every object",
    bound: "own keys only",
    files: () => ({
      "a.yaml": `${configMap("a", "  b: x\n")}---
${deployment({ container: "          env: [{name: A, valueFrom: {configMapKeyRef: {name: a, key: constructor}}}]\n" })}`,
    }),
    argv: ["--complete", "--fail-on=never", "--format=concise", "a.yaml"],
    status: 0,
    says: /configmap-key-missing/,
  },
  {
    input: "fields of an object called __proto__, constructor …",
    bound: "own keys only",
    files: () => ({ "a.yaml": `${POD}${entries("", "{a: 1}")}` }),
    argv: ["--format=concise", "a.yaml"],
    status: 1,
    says: /unknown-field[^\n]*__proto__/,
  },
  {
    input: "the same, shown as objects",
    bound: "own keys only",
    files: () => ({ "a.yaml": `a: {${KEYS.map(key => `${key}: 1`).join(", ")}}\n` }),
    argv: ["--show-objects", "a.yaml"],
    status: 0,
    says: /"__proto__":1/,
  },
  ...["constructor", "__proto__"].map(
    (word): Row => ({
      input: `kind and apiVersion ${word}`,
      bound: "own keys only",
      files: () => ({
        "a.yaml": `apiVersion: ${word}\nkind: ${word}\nmetadata: {name: a}\n---\napiVersion: apps/v1\nkind: ${word}\nmetadata: {name: a}\n`,
      }),
      argv: ["--fail-on=never", "a.yaml"],
      status: 0,
      says: /unknown kind|no kind/,
    }),
  ),
  {
    input: "configuration with __proto__ at its top",
    bound: "own keys only",
    files: () => ({ ".kprobe-lint.yaml": "__proto__: {failOn: never}\n", "a.yaml": POD }),
    status: 2,
    says: /__proto__/,
  },
  {
    input: "rules called __proto__ and constructor",
    bound: "own keys only",
    files: () => ({ ".kprobe-lint.yaml": "rules: {__proto__: off, constructor: {severity: error}}\n", "a.yaml": POD }),
    status: 2,
    says: /__proto__[\s\S]*constructor/,
  },
  {
    input: "override for the label __proto__",
    bound: "own keys only",
    files: () => ({
      ".kprobe-lint.yaml": "overrides: [{labels: {toString: '*', __proto__: '*'}, rules: {unknown-field: off}}]\n",
      "a.yaml": `${POD}extra: 1\n`,
    }),
    status: 1,
    says: /unknown-field/,
  },
  {
    input: "baseline with keys of every object",
    bound: "a schema of its own",
    files: () => ({
      "base.json":
        '{"version":1,"__proto__":{"entries":[]},"entries":[{"fingerprint":"a","rule":"constructor","file":"__proto__"}]}',
      "a.yaml": POD,
    }),
    argv: ["--baseline=base.json", "a.yaml"],
    status: 2,
    says: /__proto__/,
  },
  {
    input: "report with keys of every object",
    bound: "a schema of its own",
    files: () => ({
      "r.json":
        '{"version":1,"tool":{"name":"kprobe-lint","version":"0.1.0","__proto__":{"a":1}},"kubernetesVersion":"1.36","summary":{"__proto__":{"files":1,"documents":1,"resources":1,"errors":1,"warnings":1,"infos":1,"suppressed":1,"fixable":1,"durationMs":1}},"diagnostics":[],"skipped":[]}',
    }),
    argv: ["merge", "r.json"],
    status: 2,
    says: /damaged/,
  },
  {
    input: "definition with properties of every object",
    bound: "own keys only",
    files: () => ({
      "crd.yaml": `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: things, singular: thing, kind: Thing, listKind: ThingList}
  versions:
    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, required: [toString], properties: {a: {type: string}}}}}}}
`,
      "a.yaml": "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\nspec: {a: b, valueOf: 1}\n",
    }),
    argv: ["--format=concise", "."],
    status: 1,
    says: /toString[\s\S]*valueOf|valueOf[\s\S]*toString/,
  },
  {
    input: "kustomization with keys of every object",
    bound: "own keys only",
    files: () => ({
      "kustomization.yaml": `resources: [a.yaml]\ncommonLabels: {__proto__: a, constructor: b}\nconstructor: [x]\n__proto__: {resources: [b.yaml]}\n`,
      "a.yaml": deployment({}),
    }),
    argv: ["--fail-on=never"],
    status: 0,
  },
  {
    input: "scenario with containers called __proto__",
    bound: "names of the workload only",
    files: () => ({
      "s.yaml": "containers: {__proto__: {boot: 5s}, constructor: {boot: 5s}}\n",
      "a.yaml": deployment({}),
    }),
    argv: ["simulate", "--scenario=s.yaml", "a.yaml"],
    status: 2,
    says: /__proto__[\s\S]*constructor/,
  },
  ...[
    ["--rule=__proto__=off"],
    ["--select=constructor"],
    ["--format=toString"],
    ["--preset=__proto__"],
    ["--__proto__"],
    ["explain", "constructor"],
    ["completion", "__proto__"],
    ["simulate", "--mode=valueOf"],
    ["--shard=__proto__"],
    ["--kubernetes-version=constructor"],
  ].map(
    (argv): Row => ({
      input: argv.join(" "),
      bound: "a table of names",
      files: () => ({ "a.yaml": POD }),
      argv,
      status: 2,
      says: /kprobe-lint: /,
    }),
  ),
];
