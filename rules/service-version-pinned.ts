import type { Graph } from "../src/graph/graph.ts";
import { releasesOf } from "../src/graph/releases.ts";
import { isVersion, RELEASE_KEYS, tagsOf } from "../src/kubernetes/release.ts";
import { pairsSelector, type Requirement } from "../src/kubernetes/selector.ts";
import type { Service } from "../src/kubernetes/service.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, type Finding, yaml } from "../src/rule.ts";

export default defineRule({
  id: "service-version-pinned",
  summary: "A Service's selector asks for one version of its pods",
  why: `During a rolling update old and new pods serve side by side. With the version in the selector all old pods leave the Service the moment the
    selector is changed, and the new ones are none of it before: there is a gap in one order or the other. With a second Deployment that stands
    ready it is a blue/green switch, and meant.`,
  severity: "warning",
  severities: {
    warning: "when the only workload with this label is replaced pod by pod",
    info: "when another release stands ready: blue/green",
  },
  presets: ["recommended"],
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/"],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web, version: v1.4.0 } }
          template:
            metadata: { labels: { app: web, version: v1.4.0 } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web, version: v1.4.0 }
          #                              ^^^^^^ Service "web" selects version "v1.4.0" alone: with the next version all old pods leave it at once
          ports: [{ port: 80, targetPort: 8080 }]
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web, version: v1.4.0 } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
    },
  ],

  target: "service",
  *check(service, { graph }) {
    const selector = pairsSelector(service.selectorField);
    const { workloads, uncertain } = graph.selectionOf(service);
    const [active, ...others] = workloads;
    if (selector === undefined || active === undefined || others.length > 0 || uncertain) return;
    if (!graph.sameApplication(active.resource, service.resource) || service.isHeadless) return;
    // Releases that have a Service each, by their own name, are no switch.
    const idle = service.name === active.resource.name ? undefined : idleRelease(active, graph);
    const culprit = selector.requirements.find(requirement =>
      idle === undefined ? tellsVersion(requirement, active) : tellsApart(requirement, active, idle),
    );
    if (culprit === undefined) return;
    if (idle !== undefined) return yield blueGreen(service, culprit, { active, idle });
    if (!active.isDeployment) return;
    yield {
      at: culprit.field,
      message: `Service "${service.name ?? "?"}" selects ${culprit.key} "${culprit.values[0]}" alone: with the next version all old pods leave it at once`,
      help: "select by labels that stay the same from release to release",
      related: [{ at: active.template.get("metadata", "labels", culprit.key), message: "the pods' version" }],
    };
  },
});

function blueGreen(
  service: Service,
  culprit: Requirement,
  { active, idle }: { active: Workload; idle: Workload },
): Finding {
  return {
    at: culprit.field,
    message: `blue/green: Service "${service.name ?? "?"}" sends everything to ${active.title}; ${idle.title} stands by without traffic`,
    help: `writing ${culprit.key}: ${idle.podLabels.get(culprit.key) ?? "?"} here moves all traffic at once, back as well as forth`,
    related: [{ at: idle.template.get("metadata", "labels"), message: `the labels of ${idle.title}` }],
    severity: "info",
  };
}

/** A release of the same program that no Service selects. */
function idleRelease(active: Workload, graph: Graph): Workload | undefined {
  const [idle, ...others] = releasesOf(active, graph);
  return idle !== undefined && others.length === 0 && graph.servicesOf(idle).length === 0 ? idle : undefined;
}

/** The idle release has the same key with another value: changing it is the switch. */
function tellsApart({ key, values }: Requirement, active: Workload, idle: Workload): boolean {
  const there = idle.podLabels.get(key);
  return there !== undefined && there !== values[0] && active.podLabels.has(key);
}

function tellsVersion({ key, values: [value = ""] }: Requirement, active: Workload): boolean {
  if (!RELEASE_KEYS.has(key) || !isVersion(value)) return false;
  // "v1" that is no tag names a generation of the program, which no release changes.
  return value.includes(".") || tagsOf(active).includes(value);
}
