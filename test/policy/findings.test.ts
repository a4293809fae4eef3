import { describe, expect, it } from "vitest";
import { formatPath } from "../../src/diagnostic.ts";
import { loadPolicies, type PolicyFinding } from "../../src/policy/findings.ts";
import { resourcesIn } from "../oracle/manifests.ts";

interface Given {
  readonly spec: string;
  readonly binding?: string;
  readonly more?: string;
}

const MATCH = `
  matchConstraints:
    resourceRules:
      - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}`;

function policyText({ spec, binding = "validationActions: [Deny]", more = "" }: Given): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: house
spec:${spec.includes("matchConstraints") ? "" : MATCH}
${spec}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: everywhere
spec:
  policyName: house
  ${binding}
---
${more}`;
}

async function policies(given: Given) {
  return loadPolicies(await resourcesIn({ "policy.yaml": policyText(given) }));
}

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: {app: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: app
          image: registry.example.com/app:1
          readinessProbe: {httpGet: {port: 80}}
        - name: sidecar
          image: other/sidecar:latest
          command: [run, me]
`;

async function find(given: Given, object = DEPLOYMENT): Promise<PolicyFinding[]> {
  const [resource] = await resourcesIn({ "app.yaml": object });
  if (resource === undefined) throw new Error("no object");
  return (await policies(given)).evaluate(resource);
}

const rule = (expression: string) => `  validations:\n    - expression: ${JSON.stringify(expression)}`;

describe("the place of a finding", () => {
  const CONTAINERS = "object.spec.template.spec.containers";
  const PLACES: readonly (readonly [string, string])[] = [
    [`${CONTAINERS}.all(c, has(c.readinessProbe))`, "spec.template.spec.containers[1].readinessProbe"],
    [`${CONTAINERS}.all(c, c.image.startsWith('registry'))`, "spec.template.spec.containers[1].image"],
    [`${CONTAINERS}.exists(c, c.name == 'proxy')`, "spec.template.spec.containers"],
    [
      `${CONTAINERS}.all(c, !has(c.command) || c.command.all(word, word != 'me'))`,
      "spec.template.spec.containers[1].command[1]",
    ],
    ["object.spec.replicas >= 2", "spec.replicas"],
    ["object.metadata.name != 'web' || object.spec.replicas > 1", "metadata.name"],
    ["object.metadata.?labels[?'team'].hasValue()", "metadata.labels.team"],
    ["'team' in object.metadata.labels", "metadata.labels.team"],
    ["object.metadata.name == 'web' && object.spec.strategy.type == 'Recreate'", "spec.strategy.type"],
    [`${CONTAINERS}.size() == 1`, "spec.template.spec.containers"],
    ["false", "metadata.name"],
  ];
  it.each(PLACES)("%s", async (expression, path) => {
    const found = await find({ spec: rule(expression) });
    expect(found.map(({ at }) => formatPath(at.path))).toEqual([path]);
  });

  it("is where a variable that the rule uses was read, also the second time", async () => {
    const spec = `  variables:
    - {name: count, expression: object.spec.replicas}
  validations:
    - {expression: variables.count > 5, message: five}
    - {expression: variables.count > 6, message: six}`;
    const found = await find({ spec });
    expect(found.map(({ message, at }) => `${message} ${formatPath(at.path)}`)).toEqual([
      "five spec.replicas",
      "six spec.replicas",
    ]);
  });

  it("is the field that was not there when the expression fails", async () => {
    const [found] = await find({ spec: rule("object.metadata.annotations['a'] == 'b'") });
    expect(found?.message).toBe("the policy's expression fails on this object: no such key: annotations");
    expect(formatPath(found?.at.path ?? [])).toBe("metadata.annotations");
  });
});

describe("severity", () => {
  const SEVERITIES = [
    ["[Deny]", "error"],
    ["[Warn]", "warning"],
    ["[Audit]", "info"],
    ["[Audit, Warn]", "warning"],
  ] as const;
  it.each(SEVERITIES)("%s is %s", async (actions, severity) => {
    const found = await find({ spec: rule("false"), binding: `validationActions: ${actions}` });
    expect(found.map(finding => finding.severity)).toEqual([severity]);
  });
});

it("concludes nothing from text that a template fills in", async () => {
  const object = DEPLOYMENT.replace("other/sidecar:latest", '"${IMAGE}"');
  const spec = rule("object.spec.template.spec.containers.all(c, c.image.startsWith('registry'))");
  expect(await find({ spec }, object)).toEqual([]);
});

it("tells a failure under two parameters once", async () => {
  const param = (name: string) => `apiVersion: v1
kind: ConfigMap
metadata: {name: ${name}, namespace: default, labels: {use: limits}}
data: {most: "0"}
---
`;
  const spec = `  paramKind: {apiVersion: v1, kind: ConfigMap}
  validations:
    - {expression: object.spec.replicas <= int(params.data.most), message: too many}`;
  const binding = `validationActions: [Deny]
  paramRef: {selector: {matchLabels: {use: limits}}, parameterNotFoundAction: Deny, namespace: default}`;
  const found = await find({ spec, binding, more: param("a") + param("b") });
  expect(found.map(({ message }) => message)).toEqual(["too many"]);
});

describe("problems of the policies themselves", () => {
  const problemsOf = async (given: Given) => {
    const set = await policies(given);
    const [resource] = await resourcesIn({ "app.yaml": DEPLOYMENT });
    if (resource !== undefined) set.evaluate(resource);
    return set.problems.map(({ problem: { message, path, start, severity } }) => {
      const text = policyText(given)
        .slice(start, start + 12)
        .split("\n")[0];
      return `${severity} ${formatPath(path)}: ${message} @ ${text}`;
    });
  };

  it("stand in the expression", async () => {
    expect(await problemsOf({ spec: "  validations:\n    - expression: 1 < 2 && obj.x" })).toEqual([
      "error spec.validations[0].expression: undeclared reference to 'obj' @ obj.x",
    ]);
    expect(await problemsOf({ spec: rule("object.spec.replicas") })).toEqual([
      "error spec.validations[0].expression: must evaluate to bool but got dyn @ object.spec.",
    ]);
  });

  it("stand in a block scalar too", async () => {
    const spec = "  validations:\n    - expression: |-\n        1 < 2 &&\n          obj.x\n";
    expect(await problemsOf({ spec })).toEqual([
      "error spec.validations[0].expression: undeclared reference to 'obj' @ obj.x",
    ]);
  });

  it("name a field that no kind has, and the one that was meant", async () => {
    const spec = rule("object.spec.template.spec.containers.all(c, has(c.readynessProbe))");
    expect(await problemsOf({ spec })).toEqual([
      'warning spec.validations[0].expression: no field "readynessProbe" in Container of Deployment; did you mean "readinessProbe"? @ readynessPro',
    ]);
  });

  it("tell of a policy that nothing binds", async () => {
    const text = policyText({ spec: rule("false") }).replace("policyName: house", "policyName: other");
    const set = await loadPolicies(await resourcesIn({ "policy.yaml": text }));
    expect(set.problems.map(({ problem: { message, severity } }) => `${severity} ${message}`)).toEqual([
      'info no ValidatingAdmissionPolicyBinding binds policy "house": it is never asked',
    ]);
  });

  it("tell of parameters that are not there, once", async () => {
    const spec = `  paramKind: {apiVersion: v1, kind: ConfigMap}
  validations:
    - {expression: object.spec.replicas <= int(params.data.most)}`;
    const binding = "validationActions: [Deny]\n  paramRef: {name: gone, parameterNotFoundAction: Deny}";
    expect(await problemsOf({ spec, binding })).toEqual([
      "error spec.paramRef: no params found for policy binding with `Deny` parameterNotFoundAction @ paramRef: {n",
    ]);
  });

  it("leave the other policies running", async () => {
    const broken =
      policyText({ spec: rule("obj.x") })
        .replace("name: house", "name: broken")
        .split("---")[0] ?? "";
    expect((await find({ spec: rule("false"), more: broken })).map(({ policy }) => policy)).toEqual(["house"]);
  });
});
