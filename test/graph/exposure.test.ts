import { describe, expect, it } from "vitest";
import { exposuresOf, isForMetrics } from "../../src/graph/exposure.ts";
import { graphOf, service, workloadIn } from "./objects.ts";

function pod(containers: string, rest = "") {
  return `apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: web } }
spec:
  containers: ${containers}
${rest}`;
}

/** The names of the containers that the Service's port ends in. */
async function owners(manifest: string, ports: string, name = "web"): Promise<string[]> {
  const graph = await graphOf({ "k/pod.yaml": manifest, "k/service.yaml": service(name, { app: "web" }, { ports }) });
  const workload = workloadIn(graph, "web");
  return workload.containers
    .filter(container => exposuresOf(container, workload, graph).length > 0)
    .map(container => container.name);
}

const TWO =
  "[{ name: a, image: x, ports: [{ name: http, containerPort: 80 }] }, { name: b, image: x, ports: [{ name: admin, containerPort: 90 }] }]";

describe("the container behind a Service port", () => {
  it.each([
    ["the one that declares the name", TWO, "[{ port: 1, targetPort: admin }]", ["b"]],
    ["the one that declares the number", TWO, "[{ port: 80 }]", ["a"]],
    ["none, where two could listen", TWO, "[{ port: 8080 }]", []],
    ["none, where the name is not declared", TWO, "[{ port: 1, targetPort: web }]", []],
    ["the only one, though it declares nothing", "[{ name: a, image: x }]", "[{ port: 8080 }]", ["a"]],
    ["not the only one, for a name", "[{ name: a, image: x }]", "[{ port: 1, targetPort: web }]", []],
    ["none, for another protocol", TWO, "[{ port: 1, targetPort: http, protocol: UDP }]", []],
  ])("is %s", async (_, containers, ports, expected) => {
    expect(await owners(pod(containers), ports)).toEqual(expected);
  });

  it("may be a sidecar, but no init container", async () => {
    const init = (policy: string) =>
      `  initContainers: [{ name: p, image: x, ${policy}ports: [{ name: http, containerPort: 80 }] }]\n`;
    const containers = "[{ name: a, image: x }]";
    expect(await owners(pod(containers, init("restartPolicy: Always, ")), "[{ port: 1, targetPort: http }]")).toEqual([
      "p",
    ]);
    expect(await owners(pod(containers, init("")), "[{ port: 1, targetPort: http }]")).toEqual([]);
  });
});

it("is not guessed for a headless Service, through which no traffic passes", async () => {
  const headless = service("web", { app: "web" }, { ports: "[{ port: 8080 }]" }).replace(
    "spec:",
    "spec:\n  clusterIP: None",
  );
  const graph = await graphOf({ "k/pod.yaml": pod("[{ name: a, image: x }]"), "k/service.yaml": headless });
  const workload = workloadIn(graph, "web");
  expect(graph.servicesOf(workload).map(({ isHeadless }) => isHeadless)).toEqual([true]);
  expect(workload.containers.flatMap(container => exposuresOf(container, workload, graph))).toEqual([]);
});

it("tells what only monitoring reads", async () => {
  const ports = "[{ name: http-metrics, port: 90, targetPort: admin }, { name: http, port: 80 }]";
  const graph = await graphOf({ "k/pod.yaml": pod(TWO), "k/service.yaml": service("web", { app: "web" }, { ports }) });
  const workload = workloadIn(graph, "web");
  const exposures = workload.containers.flatMap(container => exposuresOf(container, workload, graph));
  expect(exposures.map(exposure => [exposure.number, isForMetrics(exposure)])).toEqual([
    [80, false],
    [90, true],
  ]);
});
