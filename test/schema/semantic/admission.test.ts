import { describe, expect, test } from "vitest";
import { change, type Manifest, said, type Value } from "./judge.ts";

const GROUP = "admissionregistration.k8s.io/v1";
const RULE = { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] };
const WEBHOOK: Manifest = {
  apiVersion: GROUP,
  kind: "MutatingWebhookConfiguration",
  metadata: { name: "guard" },
  webhooks: [
    {
      name: "guard.example.com",
      admissionReviewVersions: ["v1"],
      sideEffects: "None",
      clientConfig: { service: { name: "guard", namespace: "shop" } },
      rules: [RULE],
    },
  ],
};
const POLICY: Manifest = {
  apiVersion: GROUP,
  kind: "ValidatingAdmissionPolicy",
  metadata: { name: "guard" },
  spec: { matchConstraints: { resourceRules: [RULE] }, validations: [{ expression: "true" }] },
};
const BINDING: Manifest = {
  apiVersion: GROUP,
  kind: "ValidatingAdmissionPolicyBinding",
  metadata: { name: "guard" },
  spec: { policyName: "guard", validationActions: ["Deny"] },
};
const MUTATION: Manifest = {
  apiVersion: "admissionregistration.k8s.io/v1beta1",
  kind: "MutatingAdmissionPolicy",
  metadata: { name: "guard" },
  spec: {
    reinvocationPolicy: "Never",
    matchConstraints: { resourceRules: [RULE] },
    mutations: [{ patchType: "JSONPatch", jsonPatch: { expression: "[]" } }],
  },
};
const CLIENT = "webhooks[0].clientConfig";
const RESOURCES = "webhooks[0].rules[0].resources";
const MATCH = "spec.matchConstraints.resourceRules";

type Row = [what: string, base: Manifest, changes: Record<string, Value | undefined>, expected: string[]];

const ROWS: Row[] = [
  ["a webhook with nothing wrong", WEBHOOK, {}, []],
  ["a name of two parts", WEBHOOK, { "webhooks[0].name": "example.com" }, ["rejects webhooks[0].name"]],
  [
    "no review version",
    WEBHOOK,
    { "webhooks[0].admissionReviewVersions": undefined },
    ["rejects webhooks[0].admissionReviewVersions"],
  ],
  [
    "no version that the server speaks",
    WEBHOOK,
    { "webhooks[0].admissionReviewVersions": ["v2"] },
    ["rejects webhooks[0].admissionReviewVersions"],
  ],
  ["side effects untold", WEBHOOK, { "webhooks[0].sideEffects": undefined }, ["rejects webhooks[0].sideEffects"]],
  ["side effects of old", WEBHOOK, { "webhooks[0].sideEffects": "Unknown" }, ["rejects webhooks[0].sideEffects"]],
  ["no time at all", WEBHOOK, { "webhooks[0].timeoutSeconds": 0 }, ["rejects webhooks[0].timeoutSeconds"]],
  [
    "a Service without name, which the server calls namespace",
    WEBHOOK,
    { [`${CLIENT}.service.name`]: undefined },
    [`rejects ${CLIENT}.service.namespace`],
  ],
  [
    "a Service without namespace, which the server calls name",
    WEBHOOK,
    { [`${CLIENT}.service.namespace`]: undefined },
    [`rejects ${CLIENT}.service.name`],
  ],
  ["an empty step in the path", WEBHOOK, { [`${CLIENT}.service.path`]: "/a//b" }, [`rejects ${CLIENT}.service.path`]],
  ["a slash at the end", WEBHOOK, { [`${CLIENT}.service.path`]: "/a/b/" }, []],
  ["no client", WEBHOOK, { [CLIENT]: {} }, [`rejects ${CLIENT}`]],
  ["two clients", WEBHOOK, { [`${CLIENT}.url`]: "https://example.com" }, [`rejects ${CLIENT}`]],
  ["a good URL", WEBHOOK, { [CLIENT]: { url: "https://[::1]:8443/validate" } }, []],
  ["a URL without TLS", WEBHOOK, { [CLIENT]: { url: "http://example.com" } }, [`rejects ${CLIENT}.url`]],
  [
    "a URL with a query",
    WEBHOOK,
    { [CLIENT]: { url: "https://example.com/a?b#c" } },
    [`rejects ${CLIENT}.url`, `rejects ${CLIENT}.url`],
  ],
  ["a URL without host", WEBHOOK, { [CLIENT]: { url: "https:///a" } }, [`rejects ${CLIENT}.url`]],
  ["a subresource that a star covers", WEBHOOK, { [RESOURCES]: ["pods/*", "pods/log"] }, [`rejects ${RESOURCES}[1]`]],
  ["everything and something", WEBHOOK, { [RESOURCES]: ["*/*", "pods"] }, [`rejects ${RESOURCES}`]],
  ["all resources and a subresource", WEBHOOK, { [RESOURCES]: ["*", "pods/log"] }, []],
  [
    "an operation in lower case",
    WEBHOOK,
    { "webhooks[0].rules[0].operations": ["create"] },
    ["rejects webhooks[0].rules[0].operations[0]"],
  ],
  [
    "a condition without words",
    WEBHOOK,
    { "webhooks[0].matchConditions": [{ name: "a", expression: " " }] },
    ["rejects webhooks[0].matchConditions[0].expression"],
  ],

  ["a policy with nothing wrong", POLICY, {}, []],
  ["a policy about nothing", POLICY, { [MATCH]: [] }, [`rejects ${MATCH}`]],
  [
    "a policy that checks nothing",
    POLICY,
    { "spec.validations": [] },
    ["rejects spec.validations + spec.auditAnnotations"],
  ],
  [
    "a message in two lines",
    POLICY,
    { "spec.validations[0].message": "a\nb" },
    ["rejects spec.validations[0].message"],
  ],
  [
    "a reason of another word",
    POLICY,
    { "spec.validations[0].reason": "NotFound" },
    ["rejects spec.validations[0].reason"],
  ],
  [
    "a variable that CEL reserves",
    POLICY,
    { "spec.variables": [{ name: "namespace", expression: "1" }] },
    ["rejects spec.variables[0].name"],
  ],
  [
    "parameters of no version",
    POLICY,
    { "spec.paramKind": { apiVersion: "example.com/", kind: "Limit" } },
    ["rejects spec.paramKind.apiVersion"],
  ],
  [
    "one annotation twice",
    POLICY,
    {
      "spec.auditAnnotations": [
        { key: "a", valueExpression: "'x'" },
        { key: "a", valueExpression: "'x'" },
      ],
    },
    ["rejects spec.auditAnnotations[1].key"],
  ],

  ["a binding with nothing wrong", BINDING, {}, []],
  ["denied and warned", BINDING, { "spec.validationActions": ["Deny", "Warn"] }, ["rejects spec.validationActions"]],
  ["no action", BINDING, { "spec.validationActions": undefined }, ["rejects spec.validationActions"]],
  ["no policy", BINDING, { "spec.policyName": "" }, ["rejects spec.policyName"]],
  [
    "parameters by name and labels",
    BINDING,
    { "spec.paramRef": { name: "a", selector: {}, parameterNotFoundAction: "Deny" } },
    ["rejects spec.paramRef.name + spec.paramRef.selector"],
  ],
  [
    "parameters that may be missing, or not",
    BINDING,
    { "spec.paramRef": { name: "a" } },
    ["rejects spec.paramRef.parameterNotFoundAction"],
  ],

  ["a mutation with nothing wrong", MUTATION, {}, []],
  [
    "a patch of the other kind",
    MUTATION,
    { "spec.mutations[0].patchType": "ApplyConfiguration" },
    ["rejects spec.mutations[0].applyConfiguration", "rejects spec.mutations[0].jsonPatch"],
  ],
  ["no mutation", MUTATION, { "spec.mutations": [] }, ["rejects spec.mutations"]],
];

describe("admission", () => {
  test.each(ROWS)("%s", async (_what, base, changes, expected) => {
    expect(await said(change(base, changes))).toEqual(expected);
  });
});
