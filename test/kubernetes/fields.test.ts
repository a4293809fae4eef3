// What the domain's classes read out of fields: resources, Services, containers, selectors.

import { describe, expect, it } from "vitest";
import { Container } from "../../src/kubernetes/container.ts";
import { endpointOf, endpointText } from "../../src/kubernetes/endpoint.ts";
import { Resource } from "../../src/kubernetes/resource.ts";
import { labelSelector, labelsOf, matches, pairsSelector } from "../../src/kubernetes/selector.ts";
import { type Service, targetOf } from "../../src/kubernetes/service.ts";
import { graphOf, workloadIn } from "../graph/objects.ts";
import { field } from "../support/field.ts";

describe("a resource", () => {
  it.each([
    ["{ apiVersion: apps/v1, kind: Deployment }", "apps", "v1", "apps/Deployment"],
    ["{ apiVersion: v1, kind: Service }", "", "v1", "/Service"],
    ["{ apiVersion: /v1, kind: Service }", "", "v1", "/Service"],
    ["{ apiVersion: a/v1, kind: K }", "a", "v1", "a/K"],
  ])("of %s", (yaml, group, version, groupKind) => {
    const found = Resource.read("a.yaml", 3, field(yaml));
    expect(found).toMatchObject({ file: "a.yaml", document: 3, group, version, groupKind });
    expect(`${found?.apiVersion}`).toBe(field(yaml).get("apiVersion").scalar);
  });

  it.each([
    "{ apiVersion: v1 }",
    "{ kind: Pod }",
    "{ apiVersion: '', kind: Pod }",
    "{ apiVersion: v1, kind: '' }",
    "[]",
  ])("is not %s", yaml => {
    expect(Resource.read("a.yaml", 0, field(yaml))).toBeUndefined();
  });

  it.each(["{ apiVersion: 1, kind: Pod }", "{ apiVersion: v1, kind: 1 }"])("is not %s", yaml => {
    expect(Resource.read("a.yaml", 0, field(yaml))).toBeUndefined();
  });
});

async function serviceOf(spec: string): Promise<Service> {
  const graph = await graphOf({
    "k/s.yaml": `apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: ${spec}\n`,
  });
  const [found] = graph.services;
  if (found === undefined) throw new Error("no Service");
  return found;
}

describe("a Service", () => {
  it("has a type, ClusterIP when omitted", async () => {
    expect((await serviceOf("{}")).type).toBe("ClusterIP");
    expect((await serviceOf("{ type: NodePort }")).type).toBe("NodePort");
  });

  it.each([
    ["{ type: LoadBalancer }", true],
    ["{ type: NodePort }", true],
    ["{ externalIPs: [192.0.2.1] }", true],
    ["{ externalIPs: [] }", false],
    ["{ type: ExternalName, externalName: a.example }", false],
    ["{}", false],
  ])("%s is external: %s", async (spec, isExternal) => {
    expect((await serviceOf(spec)).isExternal).toBe(isExternal);
  });

  it.each([
    ["{ port: 80 }", 80],
    ["{ port: 80, targetPort: 8080 }", 8080],
    ["{ port: 80, targetPort: http }", "http"],
    ["{ port: 80, targetPort: 0 }", 80],
    ["{ port: 80, targetPort: 1 }", 1],
    ["{ port: 80, targetPort: '' }", 80],
    ["{ port: 80, targetPort: '${PORT}' }", undefined],
  ])("port %s leads to %s", async (port, target) => {
    expect((await serviceOf(`{ ports: [${port}] }`)).ports.map(({ targetPort }) => targetPort)).toEqual([target]);
  });

  it("leaves ports of the wrong type to the schema", async () => {
    expect((await serviceOf("{ ports: [80, { port: 81 }] }")).ports.map(({ port }) => port)).toEqual([81]);
  });
});

describe("the container port behind a Service port", () => {
  const pod = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  initContainers:
    - { name: side, restartPolicy: Always, ports: [{ name: http, containerPort: 1 }, { name: side, containerPort: 7 }] }
    - { name: init, ports: [{ name: init, containerPort: 9 }] }
  containers:
    - name: app
      ports:
        - { name: dns, containerPort: 53, protocol: UDP }
        - { name: dns-tcp, containerPort: 53 }
        - { name: http, containerPort: 8080 }
`;
  it.each([
    ["{ port: 80, targetPort: http }", "app http"],
    ["{ port: 80, targetPort: 8080 }", "app http"],
    ["{ port: 80, targetPort: side }", "side side"],
    ["{ port: 80, targetPort: 7 }", "side side"],
    ["{ port: 53 }", "app dns-tcp"],
    ["{ port: 53, protocol: UDP }", "app dns"],
    ["{ port: 53, protocol: SCTP }", undefined],
    ["{ port: 80, targetPort: dns }", undefined],
    ["{ port: 80, targetPort: init }", undefined],
    ["{ port: 80, targetPort: 81 }", undefined],
  ])("%s: %s", async (port, expected) => {
    const [first] = (await serviceOf(`{ ports: [${port}] }`)).ports;
    const workload = workloadIn(await graphOf({ "k/p.yaml": pod }), "web");
    const target = first && targetOf(first, workload);
    expect(target && `${target.container.name} ${target.port.name}`).toBe(expected);
  });
});

describe("a container", () => {
  it("is called by its place where it has no name", async () => {
    const pod =
      "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ image: a }, 7], initContainers: [{ image: b }] }\n";
    const { containers } = workloadIn(await graphOf({ "k/p.yaml": pod }), "web");
    expect(containers.map(({ name }) => name).sort()).toEqual(["containers[0]", "initContainers[0]"]);
    expect(new Container(field("image: a"), "app").name).toMatch(/^containers\[/);
  });

  it("leaves ports of the wrong type to the schema", () => {
    expect(new Container(field("ports: [80, { containerPort: 81 }]"), "app").ports.map(({ number }) => number)).toEqual(
      [81],
    );
  });
});

describe("a selector", () => {
  const all = (text: string) => labelSelector(field(text));

  it.each([
    ["matchLabels: { a: '${A}' }", true],
    ["matchLabels: { '${A}': a }", true],
    ["matchLabels: { '{{ .A }}': a }", true],
    ["matchLabels: { a: a, b: '${B}' }", true],
    ["matchExpressions: [{ key: '${A}', operator: Exists }]", true],
    ["matchExpressions: [{ key: a, operator: In, values: [a, '${A}'] }]", true],
    ["{ matchLabels: { a: a }, matchExpressions: [{ key: a, operator: In, values: [a, b] }] }", false],
  ])("%s is unknown: %s", (text, unknown) => {
    expect(all(text)?.unknown).toBe(unknown);
  });

  it("of pairs is unknown with one that is", () => {
    expect(pairsSelector(field("{ a: a, b: '${B}' }"))?.unknown).toBe(true);
    expect(pairsSelector(field("{ a: a, b: b }"))?.unknown).toBe(false);
  });

  it("leaves what is of the wrong type to the schema", () => {
    expect(all("matchExpressions: [a, { key: b, operator: Exists }]")?.requirements.map(({ key }) => key)).toEqual([
      "b",
    ]);
    expect(pairsSelector(field("{ a: [x], b: z }"))?.requirements.map(({ key }) => key)).toEqual(["b"]);
    expect(pairsSelector(field("{ a: [x] }"))).toBeUndefined();
    expect(all("matchExpressions: [{ operator: Exists }]")?.requirements[0]?.key).toBe("");
    expect(all("[]")).toBeUndefined();
  });

  it.each([
    ["matchExpressions: [{ key: a, operator: DoesNotExist }]", {}, true],
    ["matchExpressions: [{ key: a, operator: Exists }]", {}, false],
    ["matchExpressions: [{ key: a, operator: NotIn, values: [z] }]", { a: "x" }, true],
    ["matchExpressions: [{ key: a, operator: Within, values: [z] }]", { a: "x" }, true],
    ["matchExpressions: [{ key: a, operator: In, values: [z] }]", {}, false],
    ["matchExpressions: [{ key: a, operator: In, values: [1, z] }]", { a: "" }, true],
  ])("%s over %j: %s", (text, labels, expected) => {
    const selector = all(text);
    expect(selector && matches(selector, new Map(Object.entries(labels)))).toBe(expected);
  });

  it("reads labels of a map alone", () => {
    expect(labelsOf(field("[a]")).size).toBe(0);
  });
});

describe("an endpoint", () => {
  const endpoint = (handler: string) => {
    const found = new Container(field(`livenessProbe: { ${handler} }`), "app");
    return found.liveness && endpointOf(found.liveness, found);
  };
  const text = (command: string) => {
    const found = endpoint(`exec: { command: [${JSON.stringify(command)}] }`);
    return found && endpointText(found);
  };

  it("is quoted up to 50 characters", () => {
    expect(text("a".repeat(50))).toBe(`the command "${"a".repeat(50)}"`);
    expect(text(`b${"a".repeat(50)}`)).toBe(`the command "b${"a".repeat(48)}…"`);
  });

  it.each(["scheme", "host", "path"])("is not known with a %s to be filled in", key => {
    expect(endpoint(`httpGet: { port: 80, ${key}: "\${X}" }`)).toBeUndefined();
  });

  it("is not known with a service to be filled in", () => {
    expect(endpoint('grpc: { port: 80, service: "${X}" }')).toBeUndefined();
    expect(endpoint("grpc: { port: 80 }")).toMatchObject({ port: 80, service: "" });
  });
});
