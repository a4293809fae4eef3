import { describe, expect, test } from "vitest";
import { deployment, fixed, said, validated } from "./validated.ts";

const object = (apiVersion: string, kind: string, more = "") =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n${more}`;

describe("fields at the border of their versions", () => {
  test.each([
    ["restartPolicyRules: []\nrestartPolicy: Never", "containers", 34],
    ["resizePolicy: []", "containers", 27],
    ["hostUsers: true", "pod", 25],
    ["schedulingGates: []", "pod", 26],
    ["resourceClaims: []", "pod", 26],
    ["resources: {}", "pod", 32],
    ["hostnameOverride: a", "pod", 34],
    ["securityContext: {supplementalGroupsPolicy: Merge}", "pod", 31],
    ["securityContext: {seLinuxChangePolicy: MountOption}", "pod", 32],
    [
      "topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: web}}, matchLabelKeys: [b]}]",
      "pod",
      25,
    ],
    [
      "topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: web}}, nodeTaintsPolicy: Honor}]",
      "pod",
      25,
    ],
    ["lifecycle: {preStop: {sleep: {seconds: 1}}}", "containers", 29],
  ])("%s", async (field, place, first) => {
    const text = place === "pod" ? deployment("", field) : deployment(field);
    const unknown = async (minor: number) =>
      (await said(text, minor)).filter(line => /^(unknown-field|misplaced-field|probe-misspelled) /.test(line));
    expect(await unknown(first)).toEqual([]);
    expect((await unknown(first - 1)).join()).toMatch(
      new RegExp(`since 1\\.${first}, not in Kubernetes 1\\.${first - 1}`),
    );
  });

  test("fields that vanished", async () => {
    const text = object("v1", "ConfigMap").replace("{name: a}", "{name: a, clusterName: b}");
    expect(await said(text, 24)).toEqual([]);
    expect((await said(text, 25))[0]).toContain(
      '"clusterName" is a field of metadata until 1.24, not in Kubernetes 1.25',
    );
    const pod = deployment("", "workloadRef: {name: a, podGroup: b}");
    expect((await said(pod, 34))[0]).toContain("in 1.35 only");
    expect((await said(pod, 36))[0]).toContain("in 1.35 only");
  });
});

describe("kinds by version", () => {
  test.each([
    ["batch/v1beta1", "CronJob", 24, 25],
    ["policy/v1beta1", "PodSecurityPolicy", 24, 25],
    ["autoscaling/v2beta2", "HorizontalPodAutoscaler", 25, 26],
    ["storage.k8s.io/v1beta1", "CSIStorageCapacity", 26, 27],
    ["flowcontrol.apiserver.k8s.io/v1beta2", "FlowSchema", 28, 29],
    ["flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema", 31, 32],
  ])("%s %s", async (apiVersion, kind, last, gone) => {
    expect((await validated(object(apiVersion, kind), last)).known).toBe("built-in");
    const { known, problems } = await validated(object(apiVersion, kind), gone);
    expect(known).toBe("unserved");
    expect(problems.map(({ ruleId, server }) => [ruleId, server])).toEqual([["removed-api", "rejects"]]);
  });

  test.each([
    ["admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", 30],
    ["admissionregistration.k8s.io/v1", "MutatingAdmissionPolicy", 36],
    ["networking.k8s.io/v1", "ServiceCIDR", 33],
    ["resource.k8s.io/v1", "DeviceClass", 34],
    ["storage.k8s.io/v1", "VolumeAttributesClass", 34],
    ["flowcontrol.apiserver.k8s.io/v1", "FlowSchema", 29],
  ])("%s %s since 1.%i", async (apiVersion, kind, first) => {
    expect((await validated(object(apiVersion, kind), first)).known).toBe("built-in");
    expect((await validated(object(apiVersion, kind), first - 1)).known).toBe("unserved");
  });

  test("what the server prints about a version on its way out", async () => {
    const { problems } = await validated(
      object("policy/v1beta1", "PodDisruptionBudget", "spec: {minAvailable: 1, selector: {matchLabels: {a: b}}}\n"),
      24,
    );
    expect(problems.map(({ ruleId, message, server, severity }) => [ruleId, message, server, severity])).toEqual([
      [
        "deprecated-api",
        "policy/v1beta1 PodDisruptionBudget is deprecated in v1.21+, unavailable in v1.25+; use policy/v1 PodDisruptionBudget",
        "warns",
        "warning",
      ],
    ]);
    expect(problems[0]?.fixes).toBeUndefined();
  });

  test("the apiVersion alone changes only where the schema is the same", async () => {
    const cron = object("batch/v1beta1", "CronJob");
    expect(fixed(cron, (await validated(cron)).problems, "safe")).toBe(object("batch/v1", "CronJob"));
    const ingress = await validated(object("extensions/v1beta1", "Ingress"));
    expect(ingress.problems[0]?.fixes).toBeUndefined();
    expect(ingress.problems[0]?.message).toBe(
      "extensions/v1beta1 Ingress is not served since Kubernetes 1.22; use networking.k8s.io/v1 Ingress",
    );
  });

  test.each([
    ["apps/v1", "Daemonset", 'no kind "Daemonset" in "apps/v1" of Kubernetes 1.36; did you mean "DaemonSet"?'],
    ["v1", "Services", 'no kind "Services" in "v1" of Kubernetes 1.36; did you mean "Service"?'],
    ["apps/v1", "deploy", 'no kind "deploy" in "apps/v1" of Kubernetes 1.36; did you mean "Deployment"?'],
    ["v1", "Deployment", 'Deployment is in apps/v1, not "v1"'],
    ["apps", "Deployment", 'Deployment is in apps/v1, not "apps"'],
    ["apps/v2", "Deployment", 'Deployment is in apps/v1, not "apps/v2"'],
    [
      "networking.k8s.io/v1beta1",
      "ServiceCIDR",
      "networking.k8s.io/v1beta1 ServiceCIDR is not served unless the cluster enables it; use networking.k8s.io/v1",
    ],
    [
      "policy/v1/",
      "PodDisruptionBudget",
      '"policy/v1/" has more than one "/": an apiVersion is a group and a version, such as "apps/v1"',
    ],
  ])("%s %s", async (apiVersion, kind, message) => {
    const { problems } = await validated(object(apiVersion, kind));
    expect(problems.map(problem => [problem.message, problem.server])).toEqual([[message, "rejects"]]);
  });

  test("a group that a custom resource could have is no error", async () => {
    expect(await validated(object("example.com/v1", "Backup"))).toEqual({
      known: "unknown",
      problems: [],
      dropped: [],
    });
    const slip = await validated(object("core/v1", "Service"));
    expect(slip.problems.map(({ message, server }) => [message, server])).toEqual([
      ['"core/v1" is no group of Kubernetes; did you mean "v1"?', undefined],
    ]);
  });

  test.each([
    [
      "kind: Pod\nmetadata: {name: a}\n",
      ['missing-field apiVersion: apiVersion is missing, such as "apiVersion: apps/v1"'],
    ],
    ["apiVersion: v1\nkind: 5\n", ['invalid-type kind: "kind" is a number (5), expected a string']],
    ["apiVersion: v1\nkind: List\nitems: {}\n", ['invalid-type items: "items" is a map, expected a list of objects']],
    [
      "apiVersion: v1\nkind: List\n",
      ["missing-field items: List has no items: without them it is no list, and the server has no such kind"],
    ],
    ["apiVersion: v1\nkind: List\nitems: []\n", []],
    ["- a\n", ["invalid-type : the document is a list, expected an object"]],
  ] as [string, string[]][])("%s", async (text, expected) => {
    expect(await said(text)).toEqual(expected);
  });

  test("a namespace on what lives in none is dropped without a word", async () => {
    const { namespaced, dropped, problems } = await validated(
      "apiVersion: v1\nkind: Namespace\nmetadata: {name: a, namespace: b}\n",
    );
    expect({ namespaced, dropped, problems }).toEqual({
      namespaced: false,
      dropped: ["metadata.namespace"],
      problems: [],
    });
  });
});
