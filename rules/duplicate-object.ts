import type { Resource } from "../src/kubernetes/resource.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "duplicate-object",
  summary: "Two documents define the same object",
  why: `To the cluster, group, kind, namespace and name are one object. Applied in turn, the second document overwrites what the first one set, and what stands
    in the first alone is lost; kustomize and Helm refuse it.`,
  severity: "error",
  severities: { error: "when the two differ", info: "when they are equal" },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/",
    "https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings }
        data: { mode: fast }
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings }
        #                 ^^^^^^^^ ConfigMap "settings" is defined twice: applied after the first, this one overwrites it
        data: { mode: safe }
      `,
      good: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings }
        data: { mode: fast }
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings-safe }
        data: { mode: safe }
      `,
    },
  ],

  target: "resource",
  *check(resource, { graph }) {
    const others = graph.duplicatesOf(resource);
    const [first] = others;
    // Told at all but the first of them.
    if (first === undefined || !isAfter(resource, first) || !isSameFile(resource, others)) return;
    const text = texts.get(first) ?? textOf(first);
    texts.set(first, text);
    const isEqual = textOf(resource) === text;
    const namespace = resource.namespace === undefined ? "" : ` in namespace "${resource.namespace}"`;
    yield {
      at: resource.nameField,
      message: `${resource.kind} "${resource.name ?? "?"}"${namespace} is defined twice${isEqual ? ", in the same words" : ": applied after the first, this one overwrites it"}`,
      help: "give one of them another name, or keep one",
      related: [{ at: first.nameField, message: "defined here first" }],
      ...(isEqual ? { severity: "info" as const } : {}),
    };
  },
});

/** Of first objects: there may be thousands of others. */
const texts = new WeakMap<Resource, string>();

function textOf({ root }: Resource): string {
  return JSON.stringify(root.toValue());
}

/** In several files of one place they are examples to choose from. */
function isSameFile({ file }: Resource, others: readonly Resource[]): boolean {
  return others.some(other => other.file === file);
}

function isAfter(resource: Resource, first: Resource): boolean {
  if (resource.file !== first.file) return resource.file > first.file;
  if (resource.document !== first.document) return resource.document > first.document;
  return (resource.root.node?.start ?? 0) > (first.root.node?.start ?? 0);
}
