import { selectorOf } from "../src/graph/selections.ts";
import { CONTROLLER_LABELS } from "../src/kubernetes/pods.ts";
import type { Requirement } from "../src/kubernetes/selector.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "selector-unstable-label",
  summary: "A workload's selector contains a label that every release changes",
  why: `Labels such as helm.sh/chart or app.kubernetes.io/version, a commit or a date change with each release, and a selector cannot be changed once it
    exists: the next apply is refused until the object, and all its pods with it, has been deleted.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates",
    "https://helm.sh/docs/chart_best_practices/labels/",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app.kubernetes.io/name: web, helm.sh/chart: web-1.4.0 } }
          #                                                                      ^^^^^^^^^ the selector of Deployment "web" contains the label "helm.sh/chart", and a selector cannot be changed: the next release needs the Deployment deleted first
          template:
            metadata: { labels: { app.kubernetes.io/name: web, helm.sh/chart: web-1.4.0 } }
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
          selector: { matchLabels: { app.kubernetes.io/name: web } }
          template:
            metadata: { labels: { app.kubernetes.io/name: web, helm.sh/chart: web-1.4.0 } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
    },
  ],

  target: "workload",
  *check(workload) {
    if (!IMMUTABLE.has(workload.kind)) return;
    // Read back from a cluster: its controller chose the selector.
    if (workload.resource.metadata.get("ownerReferences").items().length > 0) return;
    for (const requirement of selectorOf(workload)?.requirements ?? []) {
      const reason = reasonOf(requirement);
      if (reason === undefined || isNamedAfter(workload, requirement)) continue;
      yield {
        at: requirement.field,
        message: `the selector of ${workload.title} contains ${reason}, and a selector cannot be changed: the next release needs the ${workload.kind} deleted first`,
        help: "keep this label on the pod template, and out of the selector",
      };
    }
  },
});

/** `web-v2`: each version is an object of its own, and nothing has to be changed. */
function isNamedAfter({ resource }: Workload, { values: [value = ""] }: Requirement): boolean {
  const plain = (text: string) => text.replace(/[^a-z0-9]/gi, "").toLowerCase();
  return plain(resource.name ?? "").includes(plain(value));
}

export const IMMUTABLE = new Set(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"]);
export const KEYS = new Set(["helm.sh/chart", "chart", "app.kubernetes.io/version"]);

function reasonOf({ key, operator, values }: Requirement): string | undefined {
  const [value = "", ...others] = values;
  if (operator !== "In" || others.length > 0 || value === "" || CONTROLLER_LABELS.has(key)) return undefined;
  // A chart's name alone, without its version, stays the same.
  if (KEYS.has(key)) return /\d/.test(value) ? `the label "${key}"` : undefined;
  if (/^[0-9a-f]{7,40}$/.test(value) && /\d/.test(value) && /[a-f]/.test(value)) return `a commit (${key}: ${value})`;
  return /^20\d\d[-.]?[01]\d[-.]?[0-3]\d/.test(value) ? `a date (${key}: ${value})` : undefined;
}
