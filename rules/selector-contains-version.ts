import { releasesOf } from "../src/graph/releases.ts";
import { selectorOf } from "../src/graph/selections.ts";
import { isVersion, RELEASE_KEYS } from "../src/kubernetes/release.ts";
import type { Requirement } from "../src/kubernetes/selector.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "selector-contains-version",
  summary: "A workload's selector contains the version of its pods",
  why: `The selector of a Deployment, StatefulSet or DaemonSet cannot be changed once it exists. With the version in it, the next release cannot be
    applied: the object has to be deleted first, and all its pods with it.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates",
    "pkg/registry/apps/deployment: deploymentStrategy.ValidateUpdate",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web, version: 1.4.0 } }
          #                                             ^^^^^ the selector of Deployment "web" contains version "1.4.0", and a selector cannot be changed: the next version needs the Deployment deleted first
          template:
            metadata: { labels: { app: web, version: 1.4.0 } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web, version: 1.4.0 } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    if (!IMMUTABLE.has(workload.kind)) return;
    const selector = selectorOf(workload);
    const culprit = selector?.requirements.find(requirement => tellsVersion(requirement));
    if (culprit === undefined || isNamedAfter(workload, culprit)) return;
    // A sibling that differs in this label alone: the two are kept apart by it, and each new release is a new object.
    if (releasesOf(workload, graph).some(other => isSibling(workload, other, culprit.key))) return;
    yield {
      at: culprit.field,
      message: `the selector of ${workload.title} contains ${culprit.key} "${culprit.values[0]}", and a selector cannot be changed: the next version needs the ${workload.kind} deleted first`,
      help: "keep the version among the pod template's labels, and out of the selector",
    };
  },
});

const IMMUTABLE = new Set(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"]);

/** Keys of their own speak of selector-unstable-label. */
function tellsVersion({ key, operator, values: [value = "", ...others] }: Requirement): boolean {
  if (operator !== "In" || others.length > 0 || key.includes("/")) return false;
  return RELEASE_KEYS.has(key) && isVersion(value) && value.includes(".");
}

/** `web-1.4.0`: each version is an object of its own, and nothing has to be changed. */
function isNamedAfter({ resource }: Workload, { values: [value = ""] }: Requirement): boolean {
  const plain = (text: string) => text.replace(/[^a-z0-9]/gi, "").toLowerCase();
  return plain(resource.name ?? "").includes(plain(value));
}

function isSibling(workload: Workload, other: Workload, key: string): boolean {
  if (other === workload || other.kind !== workload.kind) return false;
  const labels = (each: Workload) => [...each.podLabels].filter(([name]) => name !== key).map(pair => pair.join("="));
  const there = other.podLabels.get(key);
  if (there === undefined || there === workload.podLabels.get(key)) return false;
  return labels(workload).sort().join() === labels(other).sort().join();
}
