// What the recommended preset says of probes, all their rules together: severities that depend on facts, and silence.

import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import { applyEdits } from "../src/fix.ts";
import { lintFiles } from "./support/run.ts";

const PROBE_RULES = /^(liveness|readiness|startup|probe|exec|tcp|delay|sidecar|multi|grpc)-/;
const chosen = rules.filter(({ id }) => PROBE_RULES.test(id));

interface Around {
  readonly replicas?: number;
  readonly service?: string;
  readonly annotations?: string;
}

function manifest(container: string, { replicas = 1, service, annotations = "{}" }: Around): string {
  const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, annotations: ${annotations} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: example.com/web:1.4.0
          ports: [{ name: http, containerPort: 8080 }]
          ${container.trim().replaceAll("\n", "\n          ")}
`;
  if (service === undefined) return deployment;
  return `${deployment}---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { ${service}selector: { app: web }, ports: [{ port: 80, targetPort: http }] }
`;
}

async function said(container: string, around: Around = {}): Promise<string[]> {
  const { report } = await lintFiles({ "web.yaml": manifest(container, around) }, { rules: chosen });
  return report.diagnostics.map(({ severity, ruleId }) => `${severity} ${ruleId}`).sort();
}

const SERVED = { service: "" };
const CRITICAL = { service: "type: LoadBalancer, " };
const GOOD = `
livenessProbe: { httpGet: { path: /livez, port: http } }
readinessProbe: { httpGet: { path: /readyz, port: http }, periodSeconds: 5, failureThreshold: 2 }`;
const live = (numbers: string) => `livenessProbe: { httpGet: { path: /livez, port: http }, ${numbers} }`;
const ready = (numbers: string) => `readinessProbe: { httpGet: { path: /readyz, port: http }, ${numbers} }`;
const both = (liveness: string, readiness: string) =>
  `livenessProbe: { httpGet: { path: /health, port: 8080 }, ${liveness} }
readinessProbe: { httpGet: { path: /health, port: http }, ${readiness} }`;

describe("nothing is said of", () => {
  it.each([
    ["two probes with the usual numbers, critical as it is", GOOD, CRITICAL],
    ["a container that nobody serves", "tty: false", {}],
    ["one endpoint for both with much more patience for liveness", both("failureThreshold: 6", "periodSeconds: 5"), {}],
    [
      "a startup probe before a liveness probe that needs one",
      `${GOOD}\nstartupProbe: { tcpSocket: { port: http } }`,
      SERVED,
    ],
    ["the defaults on different endpoints, which race in their phase only", live("").concat("\n", ready("")), SERVED],
    ["numbers that a template fills in", live('periodSeconds: "${P}", failureThreshold: 1'), {}],
  ])("%s", async (_, container, around) => {
    const found = await said(container, around);
    expect(found.filter(line => !line.endsWith("invalid-type"))).toEqual([]);
  });
});

describe("the severity depends on the facts", () => {
  it.each([
    ["no readiness probe", live(""), SERVED, ["warning readiness-probe-missing"]],
    ["no readiness probe, critical", live(""), CRITICAL, ["error readiness-probe-missing"]],
    ["no readiness probe, two replicas", live(""), { ...SERVED, replicas: 2 }, ["error readiness-probe-missing"]],
    ["liveness that fails at once", live("failureThreshold: 1"), {}, ["warning liveness-failure-threshold-one"]],
    [
      "liveness that fails at once, critical",
      `${live("failureThreshold: 1")}\n${ready("")}`,
      CRITICAL,
      ["error liveness-failure-threshold-one", "warning liveness-races-readiness"],
    ],
    [
      "one endpoint, failing at once",
      both("failureThreshold: 1, timeoutSeconds: 5", "failureThreshold: 1"),
      SERVED,
      [
        "error liveness-races-readiness",
        "info readiness-failure-threshold-one",
        "warning liveness-equals-readiness",
        "warning liveness-failure-threshold-one",
      ],
    ],
    ["one endpoint, the same numbers", both("", ""), SERVED, ["warning liveness-equals-readiness"]],
    ["a delay of 59 s", ready("initialDelaySeconds: 59"), {}, []],
    ["a delay of 60 s", ready("initialDelaySeconds: 60"), {}, ["warning readiness-initial-delay-large"]],
    [
      "a start that the author declares",
      live(""),
      { annotations: '{ kprobe-lint.dev/startup-seconds: "60" }' },
      ["error liveness-kills-slow-start"],
    ],
    [
      "a start that the readiness probe's delay suggests",
      `${live("")}\n${ready("initialDelaySeconds: 40")}`,
      {},
      ["warning liveness-kills-slow-start"],
    ],
    [
      "a long delay that is still too short is told once",
      live("initialDelaySeconds: 30"),
      { annotations: '{ kprobe-lint.dev/startup-seconds: "300" }' },
      ["error liveness-kills-slow-start"],
    ],
    [
      "a port that resembles the declared one",
      "readinessProbe: { tcpSocket: { port: 80 } }",
      {},
      ["warning probe-port-undeclared"],
    ],
    [
      "a delay of 5 s behind a startup probe",
      `${live("initialDelaySeconds: 5")}\nstartupProbe: { tcpSocket: { port: http } }`,
      {},
      ["info delay-redundant-with-startup"],
    ],
    [
      "a delay of 4 s behind a startup probe",
      `${live("initialDelaySeconds: 4")}\nstartupProbe: { tcpSocket: { port: http } }`,
      {},
      [],
    ],
    ["a port for itself", "readinessProbe: { tcpSocket: { port: 9090 } }", {}, []],
  ])("%s", async (_, container, around, expected) => {
    expect(await said(container, around)).toEqual(expected);
  });
});

it("a misspelt probe is told once, not as missing as well", async () => {
  const found = await said("readnessProbe: { httpGet: { path: /readyz, port: http } }", CRITICAL);
  expect(found).toEqual(["error probe-misspelled"]);
});

describe("a command line becomes words", () => {
  const exec = (command: string) => `livenessProbe:\n  exec:\n    ${command}\n  periodSeconds: 20`;

  it.each([
    ["in a flow list", 'command: ["redis-cli ping"]', "command: [redis-cli, ping]"],
    ["in a block list", 'command:\n      - "redis-cli ping"', "command: [redis-cli, ping]"],
    ["in a block scalar", "command:\n    - >-\n      test -f '/a b'", 'command: [test, "-f", "/a b"]'],
    ["for a shell", 'command: ["a && b"]', 'command: [sh, "-c", "a && b"]'],
  ])("%s", async (_, command, expected) => {
    const text = manifest(exec(command), {});
    const { report } = await lintFiles({ "web.yaml": text }, { rules: chosen });
    const fixes = report.diagnostics.flatMap(diagnostic => diagnostic.fixes);
    expect(fixes.map(({ safety }) => safety)).toEqual(["safe"]);
    expect(applyEdits(text, fixes[0]?.edits ?? [])).toBe(manifest(exec(expected), {}));
  });

  it("is left to its author where a comment stands in it", async () => {
    const text = manifest(exec("command:\n      # is it up\n      - redis-cli ping"), {});
    const { report } = await lintFiles({ "web.yaml": text }, { rules: chosen });
    expect(report.diagnostics.map(({ ruleId, fixes }) => [ruleId, fixes.length])).toEqual([
      ["exec-command-not-split", 0],
    ]);
  });
});
