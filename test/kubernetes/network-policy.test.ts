import { describe, expect, it } from "vitest";
import { admits } from "../../src/kubernetes/network-policy.ts";
import { graphOf, object, resourceIn } from "../graph/objects.ts";

async function isAdmitted(ingress: unknown, asked: Partial<Parameters<typeof admits>[1]> = {}) {
  const text = object("networking.k8s.io/v1", "NetworkPolicy", "web", JSON.stringify({ spec: { ingress } }));
  const policy = resourceIn(await graphOf({ "k/p.json": text }), "NetworkPolicy", "web");
  return admits(policy, { number: 8080, name: "http", protocol: "TCP", ...asked });
}

const port = (entry: object) => [{ ports: [entry] }];

describe("a NetworkPolicy admits port 8080/TCP, named http", () => {
  it.each([
    ["a rule without ports", [{}]],
    ["an empty list of ports", [{ ports: [] }]],
    ["its number", port({ port: 8080 })],
    ["its number and protocol", port({ port: 8080, protocol: "TCP" })],
    ["its name", port({ port: "http" })],
    ["any port", port({ protocol: "TCP" })],
    ["a range that begins with it", port({ port: 8080, endPort: 8090 })],
    ["a range that ends with it", port({ port: 8000, endPort: 8080 })],
    ["a port to be filled in", port({ port: "${PORT}" })],
    ["the second rule", [...port({ port: 1 }), ...port({ port: 8080 })]],
    ["the second port", [{ ports: [{ port: 1 }, { port: 8080 }] }]],
  ])("by %s", async (_, ingress) => {
    expect(await isAdmitted(ingress)).toBe(true);
  });

  it.each([
    ["no rule", []],
    ["another number", port({ port: 8081 })],
    ["another name", port({ port: "metrics" })],
    ["another protocol", port({ port: 8080, protocol: "UDP" })],
    ["any port of another protocol", port({ protocol: "UDP" })],
    ["a range above", port({ port: 8081, endPort: 9000 })],
    ["a range below", port({ port: 8000, endPort: 8079 })],
    ["a number below", port({ port: 8079 })],
    ["a value of the wrong type", port({ port: true })],
  ])("but not by %s", async (_, ingress) => {
    expect(await isAdmitted(ingress)).toBe(false);
  });

  it("by a name, where the port's own is not known", async () => {
    expect(await isAdmitted(port({ port: "metrics" }), { name: undefined })).toBe(true);
  });

  it("of another protocol where that is written", async () => {
    expect(await isAdmitted(port({ port: 8080, protocol: "UDP" }), { protocol: "UDP" })).toBe(true);
    expect(await isAdmitted(port({ port: 8080 }), { protocol: "UDP" })).toBe(false);
  });
});
