import { describe, expect, test } from "vitest";
import { deployment, fixed, said, validated } from "./validated.ts";

const CONTAINER = "spec.template.spec.containers.0";

describe("wrong types", () => {
  test.each([
    ["replicas: three", 'invalid-type spec.replicas: "replicas" is a string ("three"), expected an integer'],
    [
      "replicas: 3.5",
      'invalid-type spec.replicas: "replicas" is a number (3.5), expected an integer: it has a fraction',
    ],
    [
      "replicas: 2147483648",
      'invalid-type spec.replicas: "replicas" is a number (2147483648), expected an integer: 2147483647 is the largest',
    ],
    [
      "replicas: -2147483649",
      'invalid-type spec.replicas: "replicas" is a number (-2147483649), expected an integer: -2147483648 is the least',
    ],
    ["paused: yes please", 'invalid-type spec.paused: "paused" is a string ("yes please"), expected true or false'],
    ["strategy: Recreate", 'invalid-type spec.strategy: "strategy" is a string ("Recreate"), expected a map'],
    ["strategy: [Recreate]", 'invalid-type spec.strategy: "strategy" is a list, expected a map'],
    [
      "strategy: {rollingUpdate: {maxSurge: true}}",
      'invalid-type spec.strategy.rollingUpdate.maxSurge: "maxSurge" is a boolean (true), expected an integer or a string',
    ],
  ])("%s", async (spec, expected) => {
    expect(await said(deployment("", "", spec))).toEqual([expected]);
  });

  test.each([
    "replicas: 3.0",
    "replicas: 3e0",
    "replicas: null",
    "replicas:",
    "replicas: 0x3",
    "paused: on",
    "strategy: null",
    "strategy: {rollingUpdate: {maxSurge: 30%}}",
  ])("%s decodes", async spec => {
    expect(await said(deployment("", "", spec))).toEqual([]);
  });

  test.each([
    [
      "env: [{name: PORT, value: 8080}]",
      `invalid-type ${CONTAINER}.env.0.value: "value" is a number (8080), expected a string`,
    ],
    ["args: [--on, yes]", `invalid-type ${CONTAINER}.args.1: item 2 of "args" is a boolean (true), expected a string`],
    [
      "command: sleep 5",
      `invalid-type ${CONTAINER}.command: "command" is a string ("sleep 5"), expected a list of strings`,
    ],
    ["ports: {containerPort: 80}", `invalid-type ${CONTAINER}.ports: "ports" is a map, expected a list of maps`],
    [
      "resources: {limits: {memory: 512MB}}",
      `invalid-type ${CONTAINER}.resources.limits.memory: "memory" is a string ("512MB"), expected a quantity: "MB" is no unit; did you mean "512M"?`,
    ],
    [
      "resources: {limits: {memory: 1.2.3}}",
      `invalid-type ${CONTAINER}.resources.limits.memory: "memory" is a string ("1.2.3"), expected a quantity: "1.2.3" is no number`,
    ],
    [
      "resources: {limits: [cpu]}",
      `invalid-type ${CONTAINER}.resources.limits: "limits" is a list, expected a map of quantities`,
    ],
    [
      "livenessProbe: {grpc: {port: grpc}}",
      `grpc-probe-invalid ${CONTAINER}.livenessProbe.grpc.port: "port" is a string ("grpc"), expected an integer`,
    ],
  ])("%s", async (container, expected) => {
    expect(await said(deployment(container))).toEqual([expected]);
  });

  test("text that a template will fill in is no wrong type", async () => {
    expect(await said(deployment("ports: [{containerPort: '${PORT}'}]", "", "replicas: '{{ .n }}'"))).toEqual([]);
  });

  test("times and base64", async () => {
    const lease = (time: string) =>
      `apiVersion: coordination.k8s.io/v1\nkind: Lease\nmetadata: {name: a}\nspec: {renewTime: "${time}"}\n`;
    expect(await said(lease("2026-02-28T12:00:00.000000Z"))).toEqual([]);
    expect(await said(lease("2026-02-28T12:00:00Z"))).toHaveLength(1);
    expect(await said(lease("2026-02-30T12:00:00.000000Z"))).toHaveLength(1);
    const secret = (data: string) => `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: "${data}"}\n`;
    expect(await said(secret("aGVsbG8="))).toEqual([]);
    expect(await said(secret("").replace('""', "[104, 105]"))).toEqual([]);
    expect(await said(secret("").replace('""', "[300]"))).toHaveLength(1);
    expect(await said(secret("hello!"))).toEqual([
      'invalid-type data.a: "a" is a string ("hello!"), expected a base64 string: it is not base64: "!" at index 5',
    ]);
    expect(await said(secret("aGVsbG8"))).toEqual([
      'invalid-type data.a: "a" is a string ("aGVsbG8"), expected a base64 string: it is not base64: 7 characters are no multiple of 4',
    ]);
  });

  test("what stands at the wrong level does not make everything below it wrong", async () => {
    for (const text of [
      "apiVersion: v1\nkind: Pod\nmetadata: 3\nspec: {containers: [{name: a, image: b}]}\n",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: []\n",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: {}}\n",
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {selector: x, template: {}}\n",
    ])
      expect((await validated(text)).problems.map(problem => problem.ruleId)).toEqual(["invalid-type"]);
  });
});

describe("fixes", () => {
  test.each([
    ["env: [{name: A, value: yes}]", 'env: [{name: A, value: "yes"}]', "safe"],
    ["env: [{name: A, value: 0644}]", 'env: [{name: A, value: "0644"}]', "safe"],
    ['ports: [{containerPort: "8080"}]', "ports: [{containerPort: 8080}]", "safe"],
    ['tty: "true"', "tty: true", "safe"],
    ["readnessProbe: {httpGet: {port: 80}}", "readinessProbe: {httpGet: {port: 80}}", "safe"],
    ["command: sleep", "command: [sleep]", "unsafe"],
    ["resources: {limits: {memory: 512mi}}", "resources: {limits: {memory: 512Mi}}", "unsafe"],
  ] as const)("%s", async (before, after, safety) => {
    const text = deployment(before);
    const { problems } = await validated(text);
    expect(fixed(text, problems, safety)).toBe(deployment(after));
    expect(await said(deployment(after))).toEqual([]);
  });
});

describe("unknown fields", () => {
  test.each([
    [
      "readnessProbe: {}",
      "probe-misspelled",
      'unknown field "readnessProbe" in a container; did you mean "readinessProbe"?',
    ],
    [
      "startUpProbe: {}",
      "probe-misspelled",
      'unknown field "startUpProbe" in a container; did you mean "startupProbe"?',
    ],
    [
      "livelinessProbe: {}",
      "probe-misspelled",
      'unknown field "livelinessProbe" in a container; did you mean "livenessProbe"?',
    ],
    [
      "healthCheck: {}",
      "probe-misspelled",
      'unknown field "healthCheck" in a container; did you mean "livenessProbe"?',
    ],
    [
      "livenessProbe: {httpGet: {port: 80}, failureTreshold: 3}",
      "probe-misspelled",
      'unknown field "failureTreshold" in a probe; did you mean "failureThreshold"?',
    ],
    [
      "image_pull_policy: Always",
      "unknown-field",
      'unknown field "image_pull_policy" in a container; did you mean "imagePullPolicy"?',
    ],
    ["frobnicate: 1", "unknown-field", 'unknown field "frobnicate" in a container'],
    [
      "terminationGracePeriodSeconds: 0",
      "misplaced-field",
      '"terminationGracePeriodSeconds" is not a field of a container; it belongs to spec.template.spec.terminationGracePeriodSeconds',
    ],
    [
      "livenessProbe: {httpGet: {port: 80, periodSeconds: 5}}",
      "misplaced-field",
      `"periodSeconds" is not a field of httpGet; it belongs to spec.template.spec.containers[0].livenessProbe.periodSeconds`,
    ],
    [
      "livenessProbe: {command: [ls], exec: {command: [ls]}}",
      "misplaced-field",
      `"command" is not a field of a probe; it belongs to spec.template.spec.containers[0].livenessProbe.exec.command`,
    ],
  ])("%s", async (container, ruleId, message) => {
    const { problems } = await validated(deployment(container));
    expect(problems.map(problem => [problem.ruleId, problem.message, problem.server])).toEqual([
      [ruleId, message, "rejects"],
    ]);
  });

  test.each([
    ["livenessProbe: {httpGet: {port: 80}}", `it belongs to spec.template.spec.containers[0].livenessProbe`],
    ["minReadySeconds: 5", "it belongs to spec.minReadySeconds"],
    ["labels: {app: web}", 'unknown field "labels" in a pod spec'],
  ])("in the pod spec: %s", async (pod, message) => {
    const [first, ...more] = await said(deployment("", pod));
    expect(first).toContain(message);
    expect(more).toEqual([]);
  });

  test.each([
    ["replica: 3", 'did you mean "replicas"?'],
    ["maxSurge: 1", "it belongs to spec.strategy.rollingUpdate.maxSurge"],
    ["updateStrategy: {type: RollingUpdate}", 'did you mean "strategy"?'],
    ["strategy: {maxSurge: 1}", "it belongs to spec.strategy.rollingUpdate.maxSurge"],
  ])("in the spec: %s", async (spec, message) => {
    const [first, ...more] = await said(deployment("", "", spec));
    expect(first).toContain(message);
    expect(more).toEqual([]);
  });

  test("says what is lost without the field", async () => {
    const { problems } = await validated(deployment("readnessProbe: {httpGet: {port: 80}}"));
    expect(problems[0]?.help).toBe(
      "kubectl refuses it since 1.25; a client with fieldValidation=Ignore loses it silently: then the container has no readiness probe and gets traffic as soon as it runs",
    );
  });

  test("a label that stands directly in a selector", async () => {
    const text = deployment("").replace("    matchLabels:\n      app: web\n", "    app: web\n");
    expect((await said(text))[0]).toBe(
      'misplaced-field spec.selector.app: "app" is not a field of a label selector; it belongs to spec.selector.matchLabels.app',
    );
  });

  test("a misspelt field takes what follows from its absence with it", async () => {
    const text = deployment("").replace("  template:", "  temlpate:");
    const { problems } = await validated(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.serverAlso).toContain("spec.template.spec.containers");
  });

  test("containers one level too high are the cause of a missing template", async () => {
    const text =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {selector: {matchLabels: {app: web}}, containers: [{name: web, image: nginx}]}\n";
    const found = (await said(text)).filter(line => line.includes("containers"));
    expect(found).toEqual([
      'misplaced-field spec.containers: "containers" is not a field of "spec"; it belongs to spec.template.spec.containers',
    ]);
  });

  test("no rename onto a field that is already there", async () => {
    const { problems } = await validated(
      deployment("livenessProbe: {httpGet: {port: 80}}\nlivenesProbe: {httpGet: {port: 80}}"),
    );
    expect(problems.map(problem => problem.fixes)).toEqual([undefined]);
  });

  test("fields of another version of the kind", async () => {
    const text =
      "apiVersion: autoscaling/v1\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec: {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}, metrics: []}\n";
    expect(await said(text)).toEqual([
      'unknown-field spec.metrics: unknown field "metrics" in "spec"; autoscaling/v2 has it',
    ]);
  });

  test("inside what Go decodes by itself, unknown fields are lost", async () => {
    const text = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: as.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: A, plural: as, singular: a, listKind: AList}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            list: {type: array, items: {type: string, minLenght: 1}}
`;
    const { problems } = await validated(text);
    expect(problems.filter(({ ruleId }) => ruleId === "unknown-field").map(({ server }) => server)).toEqual(["drops"]);
  });
});
