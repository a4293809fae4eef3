// Each signal of criticality, with what is just not one.

import { describe, expect, it } from "vitest";
import {
  type CriticalityConfig,
  criticality,
  DEFAULT_CRITICALITY,
  type StrongSignal,
  type SupportingSignal,
} from "../../src/kubernetes/criticality.ts";
import { deployment, graphOf, object, service, workloadIn } from "../graph/objects.ts";

const LABELS = { app: "web" };
const WEB = deployment("web", { labels: LABELS });

async function judge(files: readonly string[], config: Partial<CriticalityConfig> = {}) {
  const graph = await graphOf(Object.fromEntries(files.map((text, index) => [`k/f${index}.yaml`, text])));
  return criticality(workloadIn(graph, "web"), graph, { ...DEFAULT_CRITICALITY, ...config });
}

/** What one strong or supporting signal says by itself. */
async function strong(signal: StrongSignal, files: readonly string[]): Promise<readonly string[]> {
  return (await judge(files, { strong: [signal], supporting: { atLeast: 1, of: [] } })).signals;
}
async function supporting(signal: SupportingSignal, files: readonly string[]): Promise<readonly string[]> {
  return (await judge(files, { strong: [], supporting: { atLeast: 1, of: [signal] } })).signals;
}

describe("tier", () => {
  const keys = ["criticality", "tier", "service-tier", "app-tier", "slo/tier", "business-criticality"];
  const tiers = ["critical", "tier0", "tier-0", "tier1", "tier-1", "p0", "p1", "high", "mission-critical"];

  it.each(keys)("by the label %s", async key => {
    const web = deployment("web", { labels: LABELS, own: { [key]: "high" } });
    expect(await strong("tier", [web])).toEqual([`label ${key}: high`]);
  });

  it.each(tiers)("of the value %s", async tier => {
    expect(await strong("tier", [deployment("web", { labels: { ...LABELS, tier } })])).toEqual([`label tier: ${tier}`]);
  });

  it.each(["low", "", "tier", "tier-10", "p2"])("is none of the value %j", async tier => {
    expect(await strong("tier", [deployment("web", { labels: { ...LABELS, tier } })])).toEqual([]);
  });

  it("by an annotation", async () => {
    const web = WEB.replace("metadata: {name: web", "metadata: {annotations: {tier: p0}, name: web");
    expect(await strong("tier", [web])).toEqual(["label tier: p0"]);
  });
});

describe("external", () => {
  const web = [WEB, service("web", LABELS)];
  const leadsTo = (kind: string) => [`${kind} edge leads to Service web`];
  const backend = { backendRefs: [{ name: "web", port: 80 }] };

  it.each(["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute"])("through a %s", async kind => {
    const version = kind === "HTTPRoute" || kind === "GRPCRoute" ? "v1" : "v1alpha2";
    const spec = JSON.stringify({ spec: { rules: [backend] } });
    const route = object(`gateway.networking.k8s.io/${version}`, kind, "edge", spec);
    expect(await strong("external", [...web, route])).toEqual(leadsTo(kind));
  });

  it.each([
    ["route.openshift.io/v1", "Route", { to: { kind: "Service", name: "web" } }],
    ["traefik.io/v1alpha1", "IngressRoute", { routes: [{ services: [{ name: "web", port: 80 }] }] }],
    ["elbv2.k8s.aws/v1beta1", "TargetGroupBinding", { serviceRef: { name: "web", port: 80 } }],
    ["serving.knative.dev/v1beta1", "DomainMapping", { ref: { apiVersion: "v1", kind: "Service", name: "web" } }],
    ["projectcontour.io/v1", "HTTPProxy", { routes: [{ services: [{ name: "web", port: 80 }] }] }],
  ])("through a %s %s", async (apiVersion, kind, spec) => {
    const route = object(apiVersion, kind, "edge", JSON.stringify({ spec }));
    expect(await strong("external", [...web, route])).toEqual(leadsTo(kind));
  });

  const virtual = (gateways: unknown) =>
    object(
      "networking.istio.io/v1",
      "VirtualService",
      "edge",
      JSON.stringify({ spec: { gateways, hosts: ["web"], http: [{ route: [{ destination: { host: "web" } }] }] } }),
    );

  it("through a VirtualService on a gateway", async () => {
    expect(await strong("external", [...web, virtual(["edge"])])).toEqual(leadsTo("VirtualService"));
    expect(await strong("external", [...web, virtual(["mesh", "edge"])])).toEqual(leadsTo("VirtualService"));
  });

  it("but not through a VirtualService within the mesh, or another user of the Service", async () => {
    expect(await strong("external", [...web, virtual(["mesh"])])).toEqual([]);
    expect(await strong("external", [...web, virtual(undefined)])).toEqual([]);
    const split = { spec: { service: "web", backends: [{ service: "web", weight: 1 }] } };
    const other = object("split.smi-spec.io/v1alpha2", "TrafficSplit", "edge", JSON.stringify(split));
    expect(await strong("external", [...web, other])).toEqual([]);
  });

  it("but not through a route that hangs on the Service itself", async () => {
    const routed = (parentRefs: unknown) =>
      object(
        "gateway.networking.k8s.io/v1",
        "HTTPRoute",
        "edge",
        JSON.stringify({ spec: { parentRefs, rules: [backend] } }),
      );
    const itself = { group: "", kind: "Service", name: "web" };
    expect(await strong("external", [...web, routed([itself])])).toEqual([]);
    expect(await strong("external", [...web, routed([itself, { name: "edge" }])])).toEqual(leadsTo("HTTPRoute"));
    expect(await strong("external", [...web, routed([{ name: "edge" }])])).toEqual(leadsTo("HTTPRoute"));
  });

  it("by the kind of its Service", async () => {
    const of = (type: string) => strong("external", [WEB, service("web", LABELS, { type })]);
    expect(await of("LoadBalancer")).toEqual(["LoadBalancer Service web"]);
    expect(await of("NodePort")).toEqual(["NodePort Service web"]);
    expect(await of("ClusterIP")).toEqual([]);
    const addressed = service("web", LABELS).replace("  selector:", "  externalIPs: [192.0.2.1]\n  selector:");
    expect(await strong("external", [WEB, addressed])).toEqual(["externalIPs Service web"]);
  });
});

describe("priority", () => {
  const prioritised = (name: string) =>
    WEB.replace("      containers:", `      priorityClassName: ${name}\n      containers:`);
  const classOf = (value: unknown) => object("scheduling.k8s.io/v1", "PriorityClass", "top", JSON.stringify({ value }));

  it.each(["system-cluster-critical", "system-node-critical", "my-critical-pods"])("%s", async name => {
    expect(await strong("priority", [prioritised(name)])).toEqual([`priorityClassName ${name}`]);
  });

  it("by the value of its class", async () => {
    expect(await strong("priority", [prioritised("top"), classOf(1_000_000)])).toEqual([
      "PriorityClass top of value 1000000",
    ]);
    for (const value of [999_999, 0, "1000000", undefined])
      expect(await strong("priority", [prioritised("top"), classOf(value)]), String(value)).toEqual([]);
    expect(await strong("priority", [prioritised("top")])).toEqual([]);
    expect(await strong("priority", [WEB, classOf(1_000_000)])).toEqual([]);
  });
});

describe("pdb", () => {
  const budget = (spec: object, name = "web") =>
    object(
      "policy/v1",
      "PodDisruptionBudget",
      name,
      JSON.stringify({ spec: { selector: { matchLabels: LABELS }, ...spec } }),
    );
  const of = (spec: object, replicas?: number) =>
    strong("pdb", [
      deployment("web", { labels: LABELS, ...(replicas === undefined ? {} : { replicas }) }),
      budget(spec),
    ]);
  const SAYS = ["PodDisruptionBudget web requires an available pod"];

  it.each([
    [{ minAvailable: 1 }, 3],
    [{ minAvailable: "1%" }, 3],
    [{ maxUnavailable: 0 }, 1],
    [{ maxUnavailable: 2 }, 3],
    [{ maxUnavailable: "50%" }, 3],
  ])("keeps a pod with %j of %i", async (spec, replicas) => {
    expect(await of(spec, replicas)).toEqual(SAYS);
  });

  it.each([
    [{ minAvailable: 0 }, 3],
    [{ minAvailable: "0%" }, 3],
    [{ maxUnavailable: 3 }, 3],
    [{ maxUnavailable: "100%" }, 3],
    [{ maxUnavailable: 1 }, 1],
    [{}, 3],
    [{ minAvailable: "many" }, 3],
  ])("keeps none with %j of %i", async (spec, replicas) => {
    expect(await of(spec, replicas)).toEqual([]);
  });

  it("of a number of pods that is not known: only with maxUnavailable 0", async () => {
    const agent = deployment("web", { kind: "DaemonSet", labels: LABELS });
    expect(await strong("pdb", [agent, budget({ maxUnavailable: 0 })])).toEqual(SAYS);
    expect(await strong("pdb", [agent, budget({ maxUnavailable: 1 })])).toEqual([]);
  });

  it("names the first budget that does", async () => {
    const budgets = [
      budget({ minAvailable: 0 }, "none"),
      budget({ minAvailable: 1 }),
      budget({ minAvailable: 2 }, "zone"),
    ];
    expect(await strong("pdb", [WEB, ...budgets])).toEqual(SAYS);
  });
});

describe("supporting signals", () => {
  const autoscaler = object(
    "autoscaling/v2",
    "HorizontalPodAutoscaler",
    "scaler",
    JSON.stringify({
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
        minReplicas: 2,
        maxReplicas: 5,
      },
    }),
  );
  const withSpec = (spec: string, replicas = 3) =>
    deployment("web", { labels: LABELS, replicas }).replace("      containers:", `      ${spec}\n      containers:`);

  it("replicas, where they are written or an autoscaler keeps them up", async () => {
    const of = (replicas: number) => supporting("replicas", [deployment("web", { labels: LABELS, replicas })]);
    expect(await of(2)).toEqual(["2 replicas"]);
    expect(await of(1)).toEqual([]);
    expect(await supporting("replicas", [WEB])).toEqual([]);
    expect(await supporting("replicas", [WEB, autoscaler])).toEqual(["2 replicas"]);
  });

  it("hpa", async () => {
    expect(await supporting("hpa", [WEB, autoscaler])).toEqual(["HorizontalPodAutoscaler scaler"]);
    expect(await supporting("hpa", [WEB])).toEqual([]);
  });

  it("spread, of more than one pod", async () => {
    const spread = "topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule }]";
    const apart = "affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] } }";
    expect(await supporting("spread", [withSpec(spread)])).toEqual(["topologySpreadConstraints"]);
    expect(await supporting("spread", [withSpec(apart)])).toEqual(["podAntiAffinity"]);
    expect(await supporting("spread", [withSpec("affinity: { podAffinity: {} }")])).toEqual([]);
    expect(await supporting("spread", [withSpec(spread, 1)])).toEqual([]);
    expect(await supporting("spread", [withSpec(spread, 2)])).toEqual(["topologySpreadConstraints"]);
    expect(await supporting("spread", [withSpec("topologySpreadConstraints: []")])).toEqual([]);
  });

  it.each(["prod", "production", "live", "prod-eu", "live_2"])("prodNamespace: %s", async namespace => {
    const web = deployment("web", { labels: LABELS, namespace });
    expect(await supporting("prodNamespace", [web])).toEqual([`environment ${namespace}`]);
  });

  it.each(["env", "environment"])("prodNamespace by the label %s", async key => {
    const says = ["environment production"];
    const labels = { [key]: "production" };
    expect(await supporting("prodNamespace", [deployment("web", { labels: LABELS, own: labels })])).toEqual(says);
    expect(await supporting("prodNamespace", [deployment("web", { labels: { ...LABELS, ...labels } })])).toEqual(says);
  });

  it.each(["products", "default", "nonprod", "delivery"])("prodNamespace is not %s", async namespace => {
    expect(await supporting("prodNamespace", [deployment("web", { labels: LABELS, namespace })])).toEqual([]);
  });
});

describe("vetoes on supporting signals", () => {
  const judged = (parts: object) =>
    judge([deployment("web", { labels: LABELS, replicas: 3, ...parts }), service("web", LABELS)]);

  it.each(["dev", "test", "ci", "sandbox", "local", "e2e", "dev-1"])("a playground: %s", async env => {
    expect((await judged({ own: { env } })).critical).toBe(false);
  });

  it.each(["develop", "staging", "testing", "cinema"])("no playground: %s", async env => {
    expect((await judged({ own: { env } })).critical).toBe(true);
  });

  it("pods that are made by hand, or end", async () => {
    const labels = "{ app: web, env: prod }";
    const probe = "readinessProbe: { tcpSocket: { port: 80 } }";
    const pod = (spec: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: { name: web, labels: ${labels} }\nspec: { containers: [{ name: app, ${probe} }]${spec} }\n`;
    const found = await judge([pod(""), service("web", LABELS)]);
    expect(found).toEqual({ critical: false, signals: ["Service web", "environment prod", "readinessProbe"] });
    expect((await judge([pod(", restartPolicy: Never"), service("web", LABELS)])).critical).toBe(false);
  });

  it("do not hold against a strong one", async () => {
    const web = deployment("web", { labels: { ...LABELS, tier: "p0" }, own: { env: "dev" } });
    expect((await judge([web])).critical).toBe(true);
  });
});

describe("patterns of the configuration", () => {
  const config = (match: string) => ({ overrides: [{ match, critical: true }] });

  it.each([
    "Deployment/default/web",
    "*",
    "*/web",
    "Deployment/*",
    "Deployment/*/web",
    "*/default/*",
    "*ploy*fault*web",
    "Deployment/default/web*",
    "**Deployment/default/web",
    "Dep*t/default/web",
  ])("%s names Deployment/default/web", async match => {
    expect(await judge([WEB], config(match))).toEqual({ critical: true, signals: [`configuration "${match}"`] });
  });

  it.each([
    "Deployment/default/we",
    "eployment/default/web",
    "Deployment/default/web2",
    "StatefulSet/*",
    "*/api",
    "*/payments/*",
    "Deployment/default/web*web",
    "Deployment/default/*web/web",
    "*default*default*",
    "*web*default*",
    "D*web*web",
    "Deployment*ment/default/web",
    "",
  ])("%j does not", async match => {
    expect(await judge([WEB], config(match))).toEqual({ critical: false, signals: [] });
  });

  it("decide by the last that matches", async () => {
    const overrides = [
      { match: "*", critical: true },
      { match: "*/web", critical: false },
      { match: "*/api", critical: true },
    ];
    expect(await judge([WEB], { overrides })).toEqual({ critical: false, signals: ['configuration "*/web"'] });
  });

  it("leave a namespace alone before all signals, but not before a word of the author's", async () => {
    const files = [WEB, service("web", LABELS, { type: "LoadBalancer" })];
    expect(await judge(files, { ignoreNamespaces: ["default"] })).toEqual({ critical: false, signals: [] });
    expect((await judge(files, { ignoreNamespaces: ["defaul", "other"] })).critical).toBe(true);
    const both = { ignoreNamespaces: ["default"], ...config("*") };
    expect((await judge(files, both)).critical).toBe(true);
  });
});
