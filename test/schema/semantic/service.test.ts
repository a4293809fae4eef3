import { describe, expect, test } from "vitest";
import { change, type Manifest, problemsOf, said, type Value } from "./judge.ts";

function service(spec: Manifest): Manifest {
  return { apiVersion: "v1", kind: "Service", metadata: { name: "web" }, spec: { selector: { app: "web" }, ...spec } };
}

const PORT = { port: 80 };
const SIMPLE = service({ ports: [PORT] });
const NODE_PORT = service({ type: "NodePort", ports: [{ port: 80, nodePort: 30080 }] });
const BALANCED = service({ type: "LoadBalancer", ports: [PORT] });
const HEADLESS = service({ clusterIP: "None", ports: [PORT] });
const ALIAS: Manifest = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "web" },
  spec: { type: "ExternalName", externalName: "example.com" },
};

type Row = [what: string, base: Manifest, changes: Record<string, Value | undefined>, expected: string[]];

const ROWS: Row[] = [
  ["nothing wrong", SIMPLE, {}, []],
  ["no ports", SIMPLE, { "spec.ports": [] }, ["rejects spec.ports"]],
  ["no ports, but headless", HEADLESS, { "spec.ports": null }, []],
  ["a port of nothing", SIMPLE, { "spec.ports": [{}] }, ["rejects spec.ports[0].port + spec.ports[0].targetPort"]],
  ["a port of nothing with a target", SIMPLE, { "spec.ports": [{ targetPort: 80 }] }, ["rejects spec.ports[0].port"]],
  ["a target of 0, which is the port", SIMPLE, { "spec.ports[0].targetPort": 0 }, []],
  ["a quoted target", SIMPLE, { "spec.ports[0].targetPort": "8080" }, ["rejects spec.ports[0].targetPort"]],
  [
    "two ports without names",
    SIMPLE,
    { "spec.ports[1]": { port: 81 } },
    ["rejects spec.ports[0].name", "rejects spec.ports[1].name"],
  ],
  [
    "one name for two",
    SIMPLE,
    {
      "spec.ports": [
        { name: "a", port: 80 },
        { name: "a", port: 81 },
      ],
    },
    ["rejects spec.ports[1].name"],
  ],
  [
    "one port for two names",
    SIMPLE,
    {
      "spec.ports": [
        { name: "a", port: 80 },
        { name: "b", port: 80 },
      ],
    },
    ["rejects spec.ports[1]"],
  ],
  [
    "one port for two protocols",
    SIMPLE,
    {
      "spec.ports": [
        { name: "a", port: 80 },
        { name: "b", port: 80, protocol: "UDP" },
      ],
    },
    [],
  ],
  [
    "a node port in a ClusterIP Service",
    SIMPLE,
    { "spec.ports[0].nodePort": 30080 },
    ["rejects spec.ports[0].nodePort"],
  ],
  [
    "a node port out of range",
    NODE_PORT,
    { "spec.ports[0].nodePort": 8080, "spec.sessionAffinity": "never looked at" },
    ["rejects spec.ports[0].nodePort"],
  ],
  [
    "one node port for two ports",
    NODE_PORT,
    {
      "spec.ports": [
        { name: "a", port: 80, nodePort: 30080 },
        { name: "b", port: 81, nodePort: 30080 },
      ],
    },
    ["rejects spec.ports[1].nodePort"],
  ],
  [
    "one node port for both protocols of a port",
    NODE_PORT,
    {
      "spec.ports": [
        { name: "a", port: 53, nodePort: 30053 },
        { name: "b", port: 53, protocol: "UDP" },
      ],
    },
    [],
  ],
  ["the kubelet's port on a load balancer", BALANCED, { "spec.ports[0].port": 10250 }, ["rejects spec.ports[0]"]],
  ["a headless load balancer", BALANCED, { "spec.clusterIP": "None" }, ["rejects spec.clusterIPs[0]"]],
  ["an alias without a name", ALIAS, { "spec.externalName": "" }, ["rejects spec.externalName"]],
  ["an alias with a dot at the end", ALIAS, { "spec.externalName": "example.com." }, []],
  ["an alias that is a URL", ALIAS, { "spec.externalName": "https://example.com" }, ["rejects spec.externalName"]],
  ["an alias with an address", ALIAS, { "spec.clusterIP": "10.0.0.1" }, ["rejects spec.clusterIPs"]],
  [
    "an address that is none, and nothing else said",
    SIMPLE,
    { "spec.clusterIP": "10.0.0", "spec.type": "Odd" },
    ["rejects spec.clusterIPs[0]"],
  ],
  ["addresses in the plural only", SIMPLE, { "spec.clusterIPs": ["10.0.0.1"] }, ["rejects spec.clusterIPs"]],
  [
    "an address of the other family",
    SIMPLE,
    { "spec.clusterIP": "10.0.0.1", "spec.ipFamilies": ["IPv6"] },
    ["rejects spec.clusterIPs[0]"],
  ],
  ["two families without a policy", SIMPLE, { "spec.ipFamilies": ["IPv4", "IPv6"] }, ["rejects spec.ipFamilyPolicy"]],
  [
    "two families with a policy",
    SIMPLE,
    { "spec.ipFamilies": ["IPv4", "IPv6"], "spec.ipFamilyPolicy": "PreferDualStack" },
    [],
  ],
  [
    "two families of a headless Service without selector",
    HEADLESS,
    { "spec.ipFamilies": ["IPv4", "IPv6"], "spec.selector": undefined },
    [],
  ],
  ["a family in lower case", SIMPLE, { "spec.ipFamilies": ["ipv4"] }, ["rejects spec.ipFamilies[0]"]],
  [
    "settings of an affinity that is off",
    SIMPLE,
    { "spec.sessionAffinityConfig": { clientIP: { timeoutSeconds: 5 } } },
    ["drops spec.sessionAffinityConfig"],
  ],
  [
    "affinity for longer than a day",
    SIMPLE,
    { "spec.sessionAffinity": "ClientIP", "spec.sessionAffinityConfig": { clientIP: { timeoutSeconds: 86401 } } },
    ["rejects spec.sessionAffinityConfig.clientIP.timeoutSeconds"],
  ],
  [
    "traffic policy without traffic",
    SIMPLE,
    { "spec.externalTrafficPolicy": "Local" },
    ["rejects spec.externalTrafficPolicy"],
  ],
  [
    "a health check port that nothing needs",
    BALANCED,
    { "spec.healthCheckNodePort": 30000 },
    ["rejects spec.healthCheckNodePort"],
  ],
  [
    "source ranges of a ClusterIP Service",
    SIMPLE,
    { "spec.loadBalancerSourceRanges": ["10.0.0.0/8"] },
    ["rejects spec.LoadBalancerSourceRanges"],
  ],
  [
    "a source range without size",
    BALANCED,
    { "spec.loadBalancerSourceRanges": [" 10.0.0.0"] },
    ["rejects spec.LoadBalancerSourceRanges[0]"],
  ],
  [
    "source ranges in an annotation",
    BALANCED,
    { 'metadata.annotations."service.beta.kubernetes.io/load-balancer-source-ranges"': "10.0.0.0/8, nowhere" },
    ["rejects metadata.annotations[service.beta.kubernetes.io/load-balancer-source-ranges]"],
  ],
  [
    "an external address of the node itself",
    SIMPLE,
    { "spec.externalIPs": ["127.0.0.1"] },
    ["rejects spec.externalIPs[0]"],
  ],
  ["an alias name without the type", SIMPLE, { "spec.externalName": "example.com" }, ["warns spec.externalName"]],
  ["affinity of a headless Service", HEADLESS, { "spec.sessionAffinity": "ClientIP" }, ["warns spec.sessionAffinity"]],
  ["leading zeros", SIMPLE, { "spec.clusterIP": "10.0.0.010" }, ["warns spec.clusterIP"]],
  [
    "warnings are not said of what is refused",
    SIMPLE,
    { "spec.clusterIP": "10.0.0.010", "spec.type": "Odd" },
    ["rejects spec.type"],
  ],
  [
    "a range with too many bits",
    BALANCED,
    { "spec.loadBalancerSourceRanges": ["10.1.0.0/8"] },
    ["warns spec.loadBalancerSourceRanges[0]"],
  ],
  ["a name that begins with a digit", SIMPLE, { "metadata.name": "1web" }, ["rejects metadata.name"]],
  ["a port that a template fills in", SIMPLE, { "spec.type": "${TYPE}", "spec.ports[0].nodePort": 30080 }, []],
];

describe("Service", () => {
  test.each(ROWS)("%s", async (_what, base, changes, expected) => {
    expect(await said(change(base, changes))).toEqual(expected);
  });
});

test("externalIPs are a hint before 1.36 and the server's warning from then on", async () => {
  const manifest = change(SIMPLE, { "spec.externalIPs": ["203.0.113.7"] });
  const [before] = await problemsOf(manifest, 35);
  const [after] = await problemsOf(manifest, 36);
  expect(before).toMatchObject({ ruleId: "external-ips-deprecated", severity: "info" });
  expect(before?.server).toBeUndefined();
  expect(after).toMatchObject({ ruleId: "external-ips-deprecated", severity: "warning", server: "warns" });
});

test("numbers and the server's words are in the message", async () => {
  const [problem] = await problemsOf(change(NODE_PORT, { "spec.ports[0].nodePort": 8080 }));
  expect(problem?.message).toBe(
    "nodePort 8080: provided port is not in the valid range. The range of valid ports is 30000-32767",
  );
  const [quoted] = await problemsOf(change(SIMPLE, { "spec.ports[0].targetPort": "8080" }));
  expect(quoted?.message).toMatch(/must contain at least one letter.*; did you mean 8080, without quotes\?$/);
});
