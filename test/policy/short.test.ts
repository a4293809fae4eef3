import { describe, expect, it } from "vitest";
import { formatPath } from "../../src/diagnostic.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { loadShortPolicies, type ShortPolicy } from "../../src/policy/short.ts";
import { resourcesIn } from "../oracle/manifests.ts";

const MANIFESTS = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {team: shop}}
spec:
  replicas: 3
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      initContainers:
        - {name: proxy, image: "proxy:1", restartPolicy: Always}
      containers:
        - name: app
          image: app:1
          readinessProbe: {httpGet: {port: 80}}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}
`;

async function find(policy: Partial<ShortPolicy> & { expression: string }) {
  const resources = await resourcesIn({ "all.yaml": MANIFESTS });
  const graph = buildGraph(resources, { context: true });
  const policies = await loadShortPolicies([{ id: "one", message: "not so", ...policy }], 35);
  const isCritical = () => true;
  const found = resources.flatMap(resource => policies.evaluate(resource, { graph, minor: 35, isCritical }));
  return {
    found: found.map(({ severity, message, at }) => `${severity} ${message} @ ${formatPath(at.path)}`),
    faults: [...policies.faults].map(([id, { at, message }]) => `${id} ${at} ${message}`),
  };
}

const match = { kinds: ["Deployment"] };

describe("a policy in short form", () => {
  it.each([
    "workload.replicas >= 3 && workload.template.spec.restartPolicy == 'Always' && workload.kind == 'Deployment'",
    "containers.exists(c, c.kind == 'sidecar' && c.name == 'proxy') && containers.size() == 2",
    "containers.all(c, c.kind != 'app' || c.readinessProbe.periodSeconds == 10)",
    "services.size() == 1 && services[0].spec.ports[0].targetPort == 80 && critical",
    "pdb.spec.maxUnavailable == 1 && hpa == null && object.metadata.name == 'web'",
  ])("%s", async expression => {
    expect(await find({ match, expression })).toEqual({ found: [], faults: [] });
  });

  it("points at the container that is wrong", async () => {
    const { found } = await find({ match, expression: "containers.all(c, has(c.readinessProbe))", severity: "error" });
    expect(found).toEqual(["error not so @ spec.template.spec.initContainers[0].readinessProbe"]);
  });

  it.each([
    ["workload.replicas > 3", "spec.replicas"],
    ["workload.name.startsWith('shop')", "metadata.name"],
    ["workload.template.spec.terminationGracePeriodSeconds > 30", "spec.template.spec.terminationGracePeriodSeconds"],
    ["containers.all(c, c.kind != 'app' || c.image.endsWith('@sha'))", "spec.template.spec.containers[0].image"],
    [
      "containers.all(c, !has(c.readinessProbe) || c.readinessProbe.periodSeconds < 10)",
      "spec.template.spec.containers[0].readinessProbe.periodSeconds",
    ],
    ["object.spec.template.spec.containers.exists(c, c.name == 'proxy')", "spec.template.spec.containers"],
    ["'owner' in object.metadata.labels", "metadata.labels.owner"],
    ["object.metadata.labels.owner == 'me'", "metadata.labels.owner"],
    ["services.exists(s, s.spec.type == 'LoadBalancer')", "metadata.name"],
    ["!critical", "metadata.name"],
    ["pdb == null || hpa != null", "metadata.name"],
  ])("points at what %s found wanting", async (expression, path) => {
    expect((await find({ match, expression })).found).toEqual([`warning not so @ ${path}`]);
  });

  it("says which field is not there, and other failures as they are", async () => {
    const policies = await loadShortPolicies(
      [
        { id: "absent", message: "not so", help: "do it", expression: "object.metadata.annotations.a == 'b'" },
        { id: "number", message: "not so", expression: "int(object.metadata.name) > 1" },
      ],
      35,
    );
    const [resource] = await resourcesIn({ "all.yaml": MANIFESTS });
    if (resource === undefined) throw new Error("no object");
    const graph = buildGraph([resource], { context: true });
    const found = policies.evaluate(resource, { graph, minor: 35, isCritical: () => false });
    const fails = "the policy's expression fails on this object: ";
    expect(found.map(({ message, help }) => [message, help])).toEqual([
      ["not so", `do it; ${fails}no such key: annotations`],
      [expect.stringMatching(`^${fails}`), undefined],
    ]);
  });

  it("is asked about what it matches alone", async () => {
    expect((await find({ match: { kinds: ["Pod"] }, expression: "false" })).found).toEqual([]);
    expect((await find({ match: { labels: { team: "shop" } }, expression: "false" })).found).toHaveLength(1);
    expect((await find({ match: { namespaces: ["other"] }, expression: "false" })).found).toEqual([]);
  });

  it("that does not compile is told, and asked nothing", async () => {
    expect((await find({ expression: "containers.all(c, x)" })).faults).toEqual(["one 18 undeclared reference to 'x'"]);
    expect((await find({ expression: "1 + 1" })).faults).toEqual(["one 0 must evaluate to bool but got int"]);
  });
});
