import { describe, expect, test } from "vitest";
import { formatCidr, formatIp, isStrictSubset, parseCidr } from "../../../src/schema/semantic/cidr.ts";
import { parseIp } from "../../../src/schema/semantic/ip.ts";
import { change, type Manifest, problemsOf, said, type Value } from "./judge.ts";

const GROUP = "networking.k8s.io/v1";
const BACKEND: Manifest = { service: { name: "web", port: { number: 80 } } };
const INGRESS: Manifest = {
  apiVersion: GROUP,
  kind: "Ingress",
  metadata: { name: "web" },
  spec: { rules: [{ host: "example.com", http: { paths: [{ path: "/", pathType: "Prefix", backend: BACKEND }] } }] },
};
const POLICY: Manifest = {
  apiVersion: GROUP,
  kind: "NetworkPolicy",
  metadata: { name: "web" },
  spec: { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: "10.0.0.0/8" } }], ports: [{ port: 80 }] }] },
};
const CLASS: Manifest = {
  apiVersion: GROUP,
  kind: "IngressClass",
  metadata: { name: "web" },
  spec: { controller: "example.com/web" },
};
const PATH = "spec.rules[0].http.paths[0]";
const FROM = "spec.ingress[0].from[0]";
const OLD_CLASS = 'metadata.annotations."kubernetes.io/ingress.class"';

type Row = [what: string, base: Manifest, changes: Record<string, Value | undefined>, expected: string[]];

const ROWS: Row[] = [
  ["an Ingress with nothing wrong", INGRESS, {}, []],
  ["nothing routed", INGRESS, { spec: {} }, ["rejects spec"]],
  ["a rule without paths", INGRESS, { "spec.rules[0]": {} }, []],
  [
    "no path type, and nothing else said",
    INGRESS,
    { [`${PATH}.pathType`]: undefined, [`${PATH}.backend`]: {} },
    [`rejects ${PATH}.pathType`],
  ],
  ["no backend", INGRESS, { [`${PATH}.backend`]: null }, [`rejects ${PATH}.backend`]],
  [
    "both backends",
    INGRESS,
    { [`${PATH}.backend.resource`]: { kind: "Bucket", name: "b" } },
    [`rejects ${PATH}.backend`],
  ],
  ["no port", INGRESS, { [`${PATH}.backend.service.port`]: {} }, [`rejects ${PATH}.backend`]],
  ["both ports", INGRESS, { [`${PATH}.backend.service.port.name`]: "http" }, [`rejects ${PATH}.backend`]],
  [
    "a port beyond the last",
    INGRESS,
    { [`${PATH}.backend.service.port.number`]: 65536 },
    [`rejects ${PATH}.backend.service.port.number`],
  ],
  ["a relative path", INGRESS, { [`${PATH}.path`]: "api" }, [`rejects ${PATH}.path`]],
  ["a path that goes up", INGRESS, { [`${PATH}.path`]: "/api/.." }, [`rejects ${PATH}.path`]],
  [
    "a pattern, as implementations like",
    INGRESS,
    { [`${PATH}.path`]: "/a//b", [`${PATH}.pathType`]: "ImplementationSpecific" },
    [],
  ],
  ["a host with a scheme", INGRESS, { "spec.rules[0].host": "https://example.com" }, ["rejects spec.rules[0].host"]],
  ["an address as host", INGRESS, { "spec.rules[0].host": "10.0.0.1" }, ["rejects spec.rules[0].host"]],
  ["any subdomain", INGRESS, { "spec.rules[0].host": "*.example.com" }, []],
  ["a star in the middle", INGRESS, { "spec.rules[0].host": "a.*.com" }, ["rejects spec.rules[0].host"]],
  [
    "a host in upper case",
    INGRESS,
    { "spec.tls": [{ hosts: ["Example.com"], secretName: "Bad_Name" }] },
    ["rejects spec.tls[0].hosts[0]", "rejects spec.tls[0].secretName"],
  ],
  [
    "the old annotation",
    INGRESS,
    { [OLD_CLASS]: "nginx" },
    [`warns metadata.annotations[kubernetes.io/ingress.class]`],
  ],
  [
    "the old annotation beside another class",
    INGRESS,
    { [OLD_CLASS]: "nginx", "spec.ingressClassName": "web" },
    ["rejects annotations.kubernetes.io/ingress.class"],
  ],
  ["the old annotation beside the same class", INGRESS, { [OLD_CLASS]: "web", "spec.ingressClassName": "web" }, []],

  ["a policy with nothing wrong", POLICY, {}, []],
  ["no spec at all", POLICY, { spec: null }, []],
  ["no peer", POLICY, { [FROM]: {} }, [`rejects ${FROM}`]],
  ["an address and pods at once", POLICY, { [`${FROM}.podSelector`]: {} }, [`rejects ${FROM}`]],
  ["no range", POLICY, { [`${FROM}.ipBlock`]: {} }, [`rejects ${FROM}.ipBlock.cidr`]],
  ["an address for a range", POLICY, { [`${FROM}.ipBlock.cidr`]: "10.0.0.1" }, [`rejects ${FROM}.ipBlock.cidr`]],
  ["a range with too many bits", POLICY, { [`${FROM}.ipBlock.cidr`]: "10.0.0.1/8" }, [`warns ${FROM}.ipBlock.cidr`]],
  [
    "an exception elsewhere",
    POLICY,
    { [`${FROM}.ipBlock.except`]: ["11.0.0.0/16"] },
    [`rejects ${FROM}.ipBlock.except[0]`],
  ],
  [
    "an exception of everything",
    POLICY,
    { [`${FROM}.ipBlock.except`]: ["10.0.0.0/8"] },
    [`rejects ${FROM}.ipBlock.except[0]`],
  ],
  [
    "an end before the start",
    POLICY,
    { "spec.ingress[0].ports[0].endPort": 79 },
    ["rejects spec.ingress[0].ports[0].endPort"],
  ],
  [
    "an end of a name",
    POLICY,
    { "spec.ingress[0].ports[0]": { port: "http", endPort: 90 } },
    ["rejects spec.ingress[0].ports[0].endPort"],
  ],
  [
    "an end of nothing",
    POLICY,
    { "spec.ingress[0].ports[0]": { endPort: 90 } },
    ["rejects spec.ingress[0].ports[0].endPort"],
  ],
  ["three types", POLICY, { "spec.policyTypes": ["Ingress", "Egress", "Ingress"] }, ["rejects spec.policyTypes"]],
  ["a type in lower case", POLICY, { "spec.policyTypes": ["ingress"] }, ["rejects spec.policyTypes[0]"]],

  ["a class with nothing wrong", CLASS, {}, []],
  ["a controller without path", CLASS, { "spec.controller": "nginx" }, ["rejects spec.controller"]],
  [
    "parameters in a namespace without one",
    CLASS,
    { "spec.parameters": { kind: "P", name: "p", scope: "Namespace" } },
    ["rejects spec.parameters.namespace"],
  ],
  [
    "parameters of the cluster in a namespace",
    CLASS,
    { "spec.parameters": { kind: "P", name: "p", namespace: "x" } },
    ["rejects spec.parameters.namespace"],
  ],
];

describe("networking", () => {
  test.each(ROWS)("%s", async (_what, base, changes, expected) => {
    expect(await said(change(base, changes))).toEqual(expected);
  });
});

test("two ranges of a cluster are of two families, in canonical form", async () => {
  const cidrs = (...list: string[]): Manifest => ({
    apiVersion: GROUP,
    kind: "ServiceCIDR",
    metadata: { name: "more" },
    spec: { cidrs: list },
  });
  expect(await said(cidrs("10.96.0.0/12", "fd00::/108"))).toEqual([]);
  expect(await said(cidrs("10.96.0.0/12", "10.0.0.0/12"))).toEqual(["rejects spec.cidrs"]);
  expect(await said(cidrs("10.96.0.1/12"))).toEqual(["rejects spec.cidrs[0]"]);
  const address: Manifest = {
    apiVersion: GROUP,
    kind: "IPAddress",
    metadata: { name: "fd00::0" },
    spec: { parentRef: { resource: "services", name: "a", namespace: "b" } },
  };
  expect(await said(address)).toEqual(["rejects metadata.name"]);
  expect(await said(change(address, { "metadata.name": "fd00::" }))).toEqual([]);
});

test("what a slip probably means", async () => {
  const [cidr] = await problemsOf(change(POLICY, { [`${FROM}.ipBlock.cidr`]: "10.0.0.1" }));
  expect(cidr?.message).toMatch(/did you mean "10\.0\.0\.1\/32"\?$/);
  const [old] = await problemsOf(change(INGRESS, { [`${PATH}.backend`]: { serviceName: "web", servicePort: 80 } }));
  expect(old?.help).toMatch(/service\.name and service\.port\.number/);
});

describe("networks", () => {
  test.each([
    ["10.1.2.3/8", "10.0.0.0/8"],
    ["10.1.2.3/32", "10.1.2.3/32"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["2001:DB8:0:0:1::/33", "2001:db8::/33"],
    ["::ffff:10.1.2.3/104", "10.0.0.0/8"],
    ["10.0.0.0/08", "10.0.0.0/8"],
  ])("%s is %s", (text, canonical) => {
    const cidr = parseCidr(text);
    expect(cidr && formatCidr(cidr)).toBe(canonical);
  });

  test.each(["10.0.0.0", "10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.0/", "/8", "a/8", "10.0.0.0/8/8"])(
    "%s is none",
    text => {
      expect(parseCidr(text)).toBeUndefined();
    },
  );

  test.each([
    ["1:0:0:2:0:0:0:3", "1:0:0:2::3"],
    ["0:0:0:0:0:0:0:0", "::"],
    ["1:2:3:4:5:6:0:8", "1:2:3:4:5:6:0:8"],
  ])("%s is written %s", (text, canonical) => {
    const address = parseIp(text);
    expect(address && formatIp(address)).toBe(canonical);
  });

  test("a network is no strict subset of itself, nor of the other family", () => {
    const [whole, part, other] = ["10.0.0.0/8", "10.9.0.0/16", "fd00::/16"].map(parseCidr);
    if (whole === undefined || part === undefined || other === undefined) throw new Error("not read");
    expect([
      isStrictSubset(part, whole),
      isStrictSubset(whole, whole),
      isStrictSubset(whole, part),
      isStrictSubset(other, whole),
    ]).toEqual([true, false, false, false]);
  });
});
