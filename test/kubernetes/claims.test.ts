import { describe, expect, it } from "vitest";
import { clientServicesOf, isCoveredByOthers } from "../../src/graph/clients.ts";
import { claimsOf, hostPortsOf, reasonForOnePod } from "../../src/kubernetes/claims.ts";
import { drainsItself, isDataStore, isIdle, isIdleThroughout } from "../../src/kubernetes/drain.ts";
import { pinOf, spreadTermsOf } from "../../src/kubernetes/placement.ts";
import { deployment, graphOf, object, service, workloadIn } from "../graph/objects.ts";

function pod(podSpec: string, replicas = 1): string {
  return `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { replicas: ${replicas}, template: { spec: ${podSpec} } } }`;
}

const volume = (claim: string) => `{ volumes: [{ name: data, persistentVolumeClaim: { claimName: ${claim} } }] }`;
const claim = (name: string, modes: string) =>
  object("v1", "PersistentVolumeClaim", name, `{"spec": {"accessModes": ${modes}}}`);

async function seen(podSpec: string, { replicas = 1, more = "" }: { replicas?: number; more?: string } = {}) {
  const graph = await graphOf({
    "k/web.yaml": pod(podSpec, replicas),
    ...(more === "" ? {} : { "k/more.yaml": more }),
  });
  return { graph, workload: workloadIn(graph, "web") };
}

describe("a claim", () => {
  it.each([
    ['["ReadWriteOnce"]', "one node"],
    ['["ReadWriteOncePod"]', "one pod"],
    ['["ReadWriteOnce", "ReadWriteMany"]', "many"],
    ['["ReadOnlyMany"]', "many"],
    ['["ReadWriteOncePod", "ReadWriteOnce"]', "one node"],
    ['["ReadWriteOncePod", "ReadWriteMany"]', "many"],
    ["[]", "unknown"],
    ['["$' + '{MODE}"]', "unknown"],
  ])("of the modes %s reaches %s", async (modes, reach) => {
    const { graph, workload } = await seen(volume("data"), { more: claim("data", modes) });
    expect(claimsOf(workload, graph).map(mounted => mounted.reach)).toEqual([reach]);
  });

  it("that nobody shows excuses a single pod only", async () => {
    const single = await seen(volume("data"));
    expect(reasonForOnePod(single.workload, single.graph)).toContain('the claim "data"');
    const several = await seen(volume("data"), { replicas: 3 });
    expect(reasonForOnePod(several.workload, several.graph)).toBeUndefined();
  });
});

describe("one pod alone", () => {
  const reason = async (spec: string, options: Parameters<typeof seen>[1] = {}) => {
    const { graph, workload } = await seen(spec, options);
    return reasonForOnePod(workload, graph);
  };
  const port = "{ containers: [{ name: a, ports: [{ containerPort: 80, hostPort: 1 }] }] }";

  it("takes a port of its node, which of several is no matter", async () => {
    expect(await reason(port)).toBe("it takes port 1 of its node");
    expect(await reason(port, { replicas: 2 })).toBeUndefined();
    expect(await reason(port.replace("hostPort: 1", "hostPort: 0"))).toBeUndefined();
  });

  it("is not held back by a claim that many can mount", async () => {
    expect(await reason(volume("data"), { more: claim("data", '["ReadWriteMany"]') })).toBeUndefined();
    expect(await reason(volume("data"), { more: claim("data", '["ReadWriteOnce"]'), replicas: 2 })).toContain(
      "one node",
    );
  });
});

describe("ports of the node", () => {
  it("are hostPorts, and all ports with hostNetwork", async () => {
    const containers =
      "containers: [{ name: a, ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 8081 }] }]";
    const numbers = async (spec: string) => hostPortsOf((await seen(spec)).workload).map(field => field.number);
    expect(await numbers(`{ ${containers} }`)).toEqual([8081]);
    expect(await numbers(`{ hostNetwork: true, ${containers} }`)).toEqual([80, 8081]);
  });
});

describe("the place of pods", () => {
  it("is one node with nodeName, or a nodeSelector on its name", async () => {
    const pin = async (spec: string) => pinOf((await seen(spec)).workload)?.string;
    expect(await pin("{ nodeName: n1 }")).toBe("n1");
    expect(await pin("{ nodeSelector: { kubernetes.io/hostname: n2 } }")).toBe("n2");
    expect(await pin("{ nodeSelector: { disk: ssd } }")).toBeUndefined();
  });

  it("is spread by constraints and by terms of both kinds", async () => {
    const { workload } = await seen(`{
      topologySpreadConstraints: [{ topologyKey: zone, whenUnsatisfiable: ScheduleAnyway }],
      affinity: { podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: a }],
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: b } }, 3] } } }`);
    expect(spreadTermsOf(workload).map(({ topologyKey, isRequired }) => [topologyKey, isRequired])).toEqual([
      ["zone", false],
      ["a", true],
      ["b", false],
    ]);
  });
});

describe("containers by what they do", () => {
  const container = async (text: string) => {
    const { workload } = await seen(`{ containers: [{ name: a, ${text} }] }`);
    const [only] = workload.containers;
    if (only === undefined) throw new Error(text);
    return { only, workload };
  };

  it("store, drain by themselves, or only wait", async () => {
    expect(isDataStore((await container("image: 'docker.io/library/redis:7'")).only)).toBe(true);
    expect(isDataStore((await container("image: example.com/redis-proxy:1")).only)).toBe(false);
    const envoy = await container("image: 'envoyproxy/envoy:v1.33.0'");
    expect(drainsItself(envoy.only, envoy.workload)).toBe(true);
    expect(isIdle((await container("command: [sleep, infinity]")).only)).toBe(true);
    expect(isIdle((await container("command: [sh, -c], args: ['sleep 5; web']")).only)).toBe(false);
    expect(isIdle((await container("image: web")).only)).toBe(false);
    expect(isIdle((await container("command: [tail, -f, /dev/null]")).only)).toBe(true);
    expect(isIdle((await container("image: 'registry.k8s.io/pause:3.9'")).only)).toBe(true);
  });

  it("only wait throughout where each of several does", async () => {
    const all = async (spec: string) => isIdleThroughout((await seen(spec)).workload);
    const sleeping = "{ name: a, command: [sleep, infinity] }";
    expect(await all(`{ containers: [${sleeping}] }`)).toBe(true);
    expect(await all(`{ containers: [${sleeping}, { name: b, image: web }] }`)).toBe(false);
    expect(await all("{ containers: [] }")).toBe(false);
  });
});

describe("clients", () => {
  it("come through Services that are not for monitoring only", async () => {
    const graph = await graphOf({
      "k/web.yaml": deployment("web", { labels: { app: "web" } }),
      "k/one.yaml": service("web", { app: "web" }),
      "k/two.yaml": service("numbers", { app: "web" }, { ports: "[{name: metrics, port: 9090}]" }),
    });
    expect(clientServicesOf(workloadIn(graph, "web"), graph).map(({ name }) => name)).toEqual(["web"]);
  });

  it("find another version where each Service selects one", async () => {
    const versions = {
      "k/stable.yaml": deployment("stable", { labels: { app: "web", track: "stable" } }),
      "k/canary.yaml": deployment("canary", { labels: { app: "web", track: "canary" } }),
      "k/service.yaml": service("web", { app: "web" }),
    };
    const both = await graphOf(versions);
    expect(isCoveredByOthers(workloadIn(both, "canary"), both)).toBe(true);
    const own = await graphOf({
      ...versions,
      "k/canary-service.yaml": service("try", { app: "web", track: "canary" }),
    });
    expect(isCoveredByOthers(workloadIn(own, "canary"), own)).toBe(false);
    expect(isCoveredByOthers(workloadIn(own, "stable"), own)).toBe(true);
  });
});
