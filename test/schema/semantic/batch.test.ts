import { describe, expect, test } from "vitest";
import { change, type Manifest, problemsOf, said, type Value } from "./judge.ts";

const TEMPLATE: Manifest = { spec: { restartPolicy: "Never", containers: [{ name: "work", image: "work:1" }] } };
const JOB: Manifest = { apiVersion: "batch/v1", kind: "Job", metadata: { name: "work" }, spec: { template: TEMPLATE } };
const CRON: Manifest = {
  apiVersion: "batch/v1",
  kind: "CronJob",
  metadata: { name: "work" },
  spec: { schedule: "0 3 * * *", jobTemplate: { spec: { template: TEMPLATE } } },
};
const EXIT = { operator: "In", values: [1] };

type Row = [what: string, changes: Record<string, Value | undefined>, expected: string[]];

const JOB_ROWS: Row[] = [
  ["nothing wrong", {}, []],
  [
    "no restart policy",
    { "spec.template.spec.restartPolicy": undefined },
    ["rejects spec.template.spec.restartPolicy"],
  ],
  ["Always", { "spec.template.spec.restartPolicy": "Always" }, ["rejects spec.template.spec.restartPolicy"]],
  ["always, said once", { "spec.template.spec.restartPolicy": "always" }, ["rejects spec.template.spec.restartPolicy"]],
  [
    "no template",
    { "spec.template": undefined },
    ["rejects spec.template.spec.containers + spec.template.spec.restartPolicy"],
  ],
  [
    "indexed without completions",
    { "spec.completionMode": "Indexed", "spec.parallelism": 2 },
    ["rejects spec.completions"],
  ],
  ["indexed with neither number", { "spec.completionMode": "Indexed" }, []],
  ["an index limit without indexes", { "spec.backoffLimitPerIndex": 1 }, ["rejects spec.backoffLimitPerIndex"]],
  [
    "failed indexes without a limit each",
    { "spec.completionMode": "Indexed", "spec.completions": 3, "spec.maxFailedIndexes": 1 },
    ["rejects spec.backoffLimitPerIndex"],
  ],
  [
    "more failed indexes than there are",
    {
      "spec.completionMode": "Indexed",
      "spec.completions": 3,
      "spec.maxFailedIndexes": 4,
      "spec.backoffLimitPerIndex": 1,
    },
    ["rejects spec.maxFailedIndexes"],
  ],
  [
    "hostnames too long for the last index",
    { "metadata.name": "n".repeat(62), "spec.completionMode": "Indexed", "spec.completions": 11 },
    ["rejects metadata.name"],
  ],
  ["a name too long for a label", { "metadata.name": "n".repeat(64) }, ["rejects spec.template.labels"]],
  [
    "a selector of the author's",
    { "spec.selector": { matchLabels: { app: "work" } } },
    ["rejects spec.selector + spec.template.metadata.labels"],
  ],
  [
    "manual without a selector",
    { "spec.manualSelector": true },
    ["rejects spec.selector + spec.template.metadata.labels"],
  ],
  [
    "manual with a selector that does not match",
    {
      "spec.manualSelector": true,
      "spec.selector": { matchLabels: { app: "x" } },
      "spec.template.metadata": { labels: { app: "y" } },
    },
    ["rejects spec.template.metadata.labels"],
  ],
  [
    "a label that the Job makes",
    { "spec.template.metadata": { labels: { "job-name": "other" } } },
    ["rejects spec.template.metadata.labels[job-name]"],
  ],
  ["the label as the Job makes it", { "spec.template.metadata": { labels: { "job-name": "work" } } }, []],
  [
    "a Job as a cluster shows it",
    {
      "spec.selector": { matchLabels: { "batch.kubernetes.io/controller-uid": "5c" } },
      "spec.template.metadata": { labels: { "batch.kubernetes.io/controller-uid": "5c" } },
    },
    ["rejects spec.template.metadata.labels[batch.kubernetes.io/controller-uid]", "rejects spec.selector"],
  ],
  [
    "a failure policy with OnFailure",
    { "spec.podFailurePolicy": { rules: [] }, "spec.template.spec.restartPolicy": "OnFailure" },
    ["rejects spec.template.spec.restartPolicy"],
  ],
  [
    "a rule about nothing",
    { "spec.podFailurePolicy": { rules: [{ action: "Ignore" }] } },
    ["rejects spec.podFailurePolicy.rules[0]"],
  ],
  [
    "a rule about two things",
    {
      "spec.podFailurePolicy": {
        rules: [{ action: "Ignore", onExitCodes: EXIT, onPodConditions: [{ type: "DisruptionTarget" }] }],
      },
    },
    ["rejects spec.podFailurePolicy.rules[0]"],
  ],
  [
    "a rule about another container",
    { "spec.podFailurePolicy": { rules: [{ action: "Ignore", onExitCodes: { ...EXIT, containerName: "other" } }] } },
    ["rejects spec.podFailurePolicy.rules[0].onExitCodes.containerName"],
  ],
  [
    "exit codes twice and out of order",
    {
      "spec.podFailurePolicy": { rules: [{ action: "Ignore", onExitCodes: { operator: "NotIn", values: [3, 1, 1] } }] },
    },
    [
      "rejects spec.podFailurePolicy.rules[0].onExitCodes.values[2]",
      "rejects spec.podFailurePolicy.rules[0].onExitCodes.values",
    ],
  ],
  [
    "a failed index without limits",
    { "spec.podFailurePolicy": { rules: [{ action: "FailIndex", onExitCodes: EXIT }] } },
    ["rejects spec.podFailurePolicy.rules[0].action"],
  ],
  [
    "success of a Job without indexes",
    { "spec.successPolicy": { rules: [{ succeededCount: 1 }] } },
    ["rejects spec.successPolicy"],
  ],
  [
    "success beyond the indexes named",
    {
      "spec.completionMode": "Indexed",
      "spec.completions": 5,
      "spec.successPolicy": { rules: [{ succeededIndexes: "0,2-3", succeededCount: 4 }] },
    },
    ["rejects spec.successPolicy.rules[0].succeededCount"],
  ],
  [
    "indexes in the wrong order",
    {
      "spec.completionMode": "Indexed",
      "spec.completions": 5,
      "spec.successPolicy": { rules: [{ succeededIndexes: "3,1" }] },
    },
    ["rejects spec.successPolicy.rules[0].succeededIndexes"],
  ],
  ["a controller without a domain", { "spec.managedBy": "kueue" }, ["rejects spec.managedBy"]],
  [
    "replacement that the failure policy forbids",
    { "spec.podFailurePolicy": { rules: [] }, "spec.podReplacementPolicy": "TerminatingOrFailed" },
    ["rejects spec.podReplacementPolicy"],
  ],
];

const CRON_ROWS: Row[] = [
  ["nothing wrong", {}, []],
  ["no schedule", { "spec.schedule": "" }, ["rejects spec.schedule"]],
  ["a zone in the schedule", { "spec.schedule": "CRON_TZ=UTC 0 3 * * *" }, ["rejects spec.schedule"]],
  ["a zone in the wrong case", { "spec.timeZone": "europe/berlin" }, ["rejects spec.timeZone"]],
  ["a good zone", { "spec.timeZone": "America/Argentina/Ushuaia" }, []],
  ["the machine's zone", { "spec.timeZone": "Local" }, ["rejects spec.timeZone"]],
  ["no zone at all", { "spec.timeZone": "" }, ["rejects spec.timeZone"]],
  ["a name too long for its Jobs", { "metadata.name": "n".repeat(53) }, ["rejects metadata.name"]],
  ["a policy of another word", { "spec.concurrencyPolicy": "Never" }, ["rejects spec.concurrencyPolicy"]],
  [
    "a selector",
    { "spec.jobTemplate.spec.selector": { matchLabels: { a: "b" } } },
    ["rejects spec.jobTemplate.spec.selector"],
  ],
  [
    "a manual selector",
    { "spec.jobTemplate.spec.manualSelector": true },
    ["rejects spec.jobTemplate.spec.manualSelector"],
  ],
  [
    "no spec",
    { spec: undefined },
    [
      "rejects spec.schedule",
      "rejects spec.jobTemplate.spec.template.spec.containers + spec.jobTemplate.spec.template.spec.restartPolicy",
    ],
  ],
  [
    "labels that its Jobs cannot have",
    { "spec.jobTemplate.metadata": { labels: { a: "b c" } } },
    ["later spec.jobTemplate.metadata.labels.a"],
  ],
  [
    "hostnames that its pods cannot have",
    {
      "metadata.name": "n".repeat(51),
      "spec.jobTemplate.spec.completionMode": "Indexed",
      "spec.jobTemplate.spec.completions": 3,
    },
    ["later metadata.name"],
  ],
];

describe("Job", () => {
  test.each(JOB_ROWS)("%s", async (_what, changes, expected) => {
    expect(await said(change(JOB, changes))).toEqual(expected);
  });
});

describe("CronJob", () => {
  test.each(CRON_ROWS)("%s", async (_what, changes, expected) => {
    expect(await said(change(CRON, changes))).toEqual(expected);
  });
});

test("fixes of restart policies are safe and fit the failure policy", async () => {
  const always = { "spec.template.spec.restartPolicy": "Always" };
  const [plain] = await problemsOf(change(JOB, always));
  expect(plain?.fixes).toMatchObject([{ safety: "safe", edits: [{ text: "OnFailure" }] }]);
  const [strict] = await problemsOf(change(JOB, { ...always, "spec.podFailurePolicy": { rules: [] } }));
  expect(strict?.fixes).toMatchObject([{ safety: "safe", edits: [{ text: "Never" }] }]);
});

test("what only fails later is an error that says when", async () => {
  const [problem] = await problemsOf(change(CRON, { "spec.jobTemplate.metadata": { labels: { a: "b c" } } }));
  expect(problem?.severity).toBe("error");
  expect(problem?.message).toMatch(/the CronJob is created, but none of its Jobs can be$/);
});
