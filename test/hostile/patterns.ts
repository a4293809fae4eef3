// Bait for regular expressions: long texts that nearly match, in every place where some pattern looks at them.

import { configMap, deployment, POD, type Row } from "./row.ts";

const LONG = [20_000, 400_000] as const;

/** A row whose manifest holds a long text somewhere. */
function bait(input: string, text: (size: number) => string, place: (quoted: string) => string): Row {
  return {
    input: `${input}, 400,000 characters`,
    bound: "linear",
    sizes: LONG,
    files: size => ({ "a.yaml": place(JSON.stringify(text(size))) }),
    argv: ["--preset=all", "--fail-on=never", "a.yaml"],
    status: 0,
  };
}

const cron = (schedule: string) => `apiVersion: batch/v1
kind: CronJob
metadata: {name: c}
spec:
  schedule: ${schedule}
  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: "c:1"}]}}}}
`;
const inContainer = (field: string) => (text: string) => deployment({ container: `          ${field}: ${text}\n` });
const exec = (text: string) =>
  deployment({
    container: `          livenessProbe: {exec: {command: [sh, -c, ${text}]}}\n          lifecycle: {preStop: {exec: {command: [sh, -c, ${text}]}}}\n`,
  });

const policy = (expression: string) => `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: bait}
spec:
  matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}
  validations: [{expression: ${JSON.stringify(expression)}}]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: bait}
spec: {policyName: bait, validationActions: [Deny]}
`;

const definition = (pattern: string) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: things, singular: thing, kind: Thing, listKind: ThingList}
  versions:
    - name: v1
      served: true
      storage: true
      schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {a: {type: string, pattern: ${JSON.stringify(pattern)}}}}}}}
`;
const thing = (text: string) => `apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\nspec: {a: ${text}}\n`;

export const PATTERNS: readonly Row[] = [
  bait("cron schedule of commas", size => `${"*/1,".repeat(size / 4)}x * * * *`, cron),
  bait("cron schedule of blanks", size => `* * * *${" ".repeat(size)}x`, cron),
  bait(
    "quantity of digits",
    size => `${"1".repeat(size)}x`,
    inContainer("resources: {limits: {cpu: 1}, requests: {memory: 1Mi}}\n          terminationMessagePath"),
  ),
  bait(
    "memory limit of digits",
    size => `${"1".repeat(size)}.x`,
    text => deployment({ container: `          resources: {limits: {memory: ${text}}}\n` }),
  ),
  bait(
    "name of dashes",
    size => `a${"-".repeat(size)}`,
    text => POD.replace("{name: web}", `{name: ${text}}`),
  ),
  bait(
    "name of dots",
    size => `${"a.".repeat(size / 2)}`,
    text => POD.replace("{name: web}", `{name: ${text}}`),
  ),
  bait(
    "label value of dashes",
    size => `a${"-".repeat(size)}`,
    text => POD.replace("{name: web}", `{name: web, labels: {a: ${text}}}`),
  ),
  bait(
    "label key of slashes",
    size => "a/".repeat(size / 2),
    text => POD.replace("{name: web}", `{name: web, labels: {${text}: a}}`),
  ),
  bait(
    "image of slashes and colons",
    size => `${"a/".repeat(size / 4)}${":a".repeat(size / 4)}@`,
    text => POD.replace('"web:1"', text),
  ),
  bait("shell script of brackets", size => "((".repeat(size / 2), exec),
  bait("shell script of quotes", size => `'"\\`.repeat(size / 3), exec),
  bait(
    "shell script of loops",
    size => "while true; do sleep 1 && curl http://x || exit 1; done; ".repeat(size / 56),
    exec,
  ),
  bait("shell script of variables", size => "$(".repeat(size / 2), exec),
  bait(
    "argument of variables",
    size => `${"$(A".repeat(size / 3)}`,
    text => inContainer("args")(`[${text}]`),
  ),
  bait("open placeholders", size => "${".repeat(size / 2), inContainer("workingDir")),
  bait("template braces within a scalar", size => `{{ ${"{{".repeat(size / 2)}`, inContainer("workingDir")),
  bait(
    "path of a probe",
    size => `/${"%2".repeat(size / 2)}`,
    text => deployment({ container: `          livenessProbe: {httpGet: {path: ${text}, port: 80}}\n` }),
  ),
  bait(
    "host name of a probe",
    size => `http://${"a.".repeat(size / 2)}`,
    text => deployment({ container: `          livenessProbe: {httpGet: {host: ${text}, path: /, port: 80}}\n` }),
  ),
  bait(
    "IP address of colons",
    size => ":".repeat(size),
    text => `apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {clusterIP: ${text}, ports: [{port: 80}]}\n`,
  ),
  bait(
    "network of digits and dots",
    size => "1.".repeat(size / 2),
    text =>
      `apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {loadBalancerSourceRanges: [${text}], ports: [{port: 80}]}\n`,
  ),
  bait(
    "time of digits",
    size => `2024-01-01T${"0".repeat(size)}`,
    text => POD.replace("{name: web}", `{name: web, creationTimestamp: ${text}}`),
  ),
  bait(
    "percentage of digits",
    size => `${"9".repeat(size)}%%`,
    text => deployment({ spec: `  strategy: {rollingUpdate: {maxSurge: ${text}}}\n` }),
  ),
  bait(
    "ignore comment of rules",
    size => `a, `.repeat(size / 3),
    text => `# kprobe-lint-ignore ${text.slice(1, -1)}\n${POD}`,
  ),
  bait(
    "ignore comment of dashes",
    size => "- ".repeat(size / 2),
    text => `# kprobe-lint-ignore ${text.slice(1, -1)}\n${POD}`,
  ),
  bait(
    "annotation that looks like a duration",
    size => "1h".repeat(size / 2),
    text => deployment({ metadata: `  annotations: {kprobe-lint.dev/startup-seconds: ${text}}\n` }),
  ),
  bait(
    "environment variables that name each other",
    size => "$(B)".repeat(size / 4),
    text => deployment({ container: `          env: [{name: A, value: ${text}}, {name: B, value: ${text}}]\n` }),
  ),
  bait(
    "script in a ConfigMap",
    size => "{{".repeat(size / 2),
    text => configMap("a", `  run.sh: ${text}\n`),
  ),
  {
    input: "pattern of a definition that explodes, (a+)+$",
    bound: "an engine without backtracking",
    files: () => ({ "crd.yaml": definition("^(a+)+$"), "a.yaml": thing(`${"a".repeat(50_000)}X`) }),
    status: 1,
    says: /invalid-value/,
  },
  {
    input: "pattern of a definition that counts, (a{1,1000}){1,1000}",
    bound: "refused as Go's does",
    files: () => ({ "crd.yaml": definition("^((a{1,1000}){1,1000}){1,1000}$"), "a.yaml": thing("aaaa") }),
    status: 1,
    says: /invalid regular expression|regular expression|pattern/,
  },
  {
    input: "pattern of a definition of 10,000 brackets",
    bound: "refused as Go's does",
    files: () => ({ "crd.yaml": definition(`${"(".repeat(10_000)}a${")".repeat(10_000)}`), "a.yaml": thing("a") }),
    status: 1,
  },
  {
    input: "CEL: matches() with a pattern that explodes",
    bound: "CEL's cost budget, no backtracking",
    files: () => ({
      "p.yaml": policy("object.metadata.annotations['a'].matches('^(a+)+$')"),
      "a.yaml": POD.replace("{name: web}", `{name: web, annotations: {a: ${"a".repeat(50_000)}X}}`),
    }),
    argv: ["--policies=p.yaml", "a.yaml"],
    status: 1,
    says: /policy\/bait/,
  },
  {
    input: "CEL: comprehensions within comprehensions",
    bound: "CEL's cost budget",
    files: () => ({
      "p.yaml": policy(
        "[1,2,3,4,5,6,7,8,9].all(a, [1,2,3,4,5,6,7,8,9].all(b, [1,2,3,4,5,6,7,8,9].all(c, [1,2,3,4,5,6,7,8,9].all(d, [1,2,3,4,5,6,7,8,9].all(e, [1,2,3,4,5,6,7,8,9].all(f, [1,2,3,4,5,6,7,8,9].all(g, [1,2,3,4,5,6,7,8,9].all(h, a+b+c+d+e+f+g+h > 0))))))))",
      ),
      "a.yaml": POD,
    }),
    argv: ["--policies=p.yaml", "a.yaml"],
    status: 1,
  },
  {
    input: "CEL: expression of 1 MB",
    bound: "CEL's size limit",
    files: () => ({ "p.yaml": policy(`${"1 + ".repeat(250_000)}1 == 1`), "a.yaml": POD }),
    argv: ["--policies=p.yaml", "a.yaml"],
    status: 1,
  },
  {
    input: "CEL: 100,000 brackets",
    bound: "CEL's depth limit",
    files: () => ({ "p.yaml": policy(`${"(".repeat(100_000)}true${")".repeat(100_000)}`), "a.yaml": POD }),
    argv: ["--policies=p.yaml", "a.yaml"],
    status: 1,
  },
];
