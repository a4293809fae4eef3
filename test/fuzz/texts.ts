// Targets beside the manifests: configuration, scenarios, policies, baselines, reports, the command line.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rules } from "../../rules/index.ts";
import { readBaseline } from "../../src/baseline.ts";
import { readConfig } from "../../src/config-read.ts";
import { configSchema } from "../../src/config-schema.ts";
import { lint } from "../../src/lint.ts";
import { main } from "../../src/main.ts";
import { mergeReports, readReport } from "../../src/merge-reports.ts";
import { FLAGS } from "../../src/options.ts";
import { REPORTERS } from "../../src/reporters/index.ts";
import { readScenario } from "../../src/rollout/scenario.ts";
import { simulate } from "../../src/rollout/simulate.ts";
import { DEFAULT_SETTINGS } from "../../src/settings.ts";
import { runExpression } from "../policy/run.ts";
import { OPTIONS, REPORT } from "../reporters/sample.ts";
import { pick, type Random, random } from "../yaml/generate.ts";
import { changed, damaged, documentsIn } from "./change.ts";
import { checkResult, checkText, seedOf } from "./invariants.ts";
import { MANIFESTS } from "./seeds.ts";
import { hold, joinFiles, sameTwice, splitFiles, type Target } from "./target.ts";

const schema = configSchema(rules);
const WEB = MANIFESTS[0] ?? "";

const CONFIG = `extends: [strict, ./base.yaml]
kubernetesVersion: "1.30"
include: ["**/*.yaml"]
exclude: ["vendor/**", "{a,b}/*.yaml"]
namespace: shop
failOn: warning
rules:
  probe-zero-defaulted: off
  image-tag-mutable: { severity: error }
overrides:
  - { files: ["**/dev/**"], namespaces: [dev-*], kinds: [Deployment], names: ["*"], labels: { tier: x }, rules: { pdb-missing: off } }
critical: { replicas: 2 }
customWorkloads:
  - { apiVersion: example.com/v1, kind: App, podTemplate: spec.template, replicas: spec.replicas, selector: spec.selector }
ignore: { requireReason: true, reportUnused: false }
`;

function spoilt(next: Random, text: string): string {
  return next() < 0.6 ? changed(next, text, pick(next, MANIFESTS as [string, ...string[]])) : damaged(next, text);
}

export const config: Target = {
  name: "config",
  encoding: "utf8",
  make: next => spoilt(next, CONFIG),
  async check(text) {
    const file = await readConfig(text, { schema, rules });
    for (const { at, sentence } of file?.complaints ?? []) {
      hold(at >= 0 && at <= text.length, "a complaint has no place");
      hold(sentence !== "" && (!/undefined|\[object/.test(sentence) || /undefined|object/.test(text)), `"${sentence}"`);
    }
    if (file === undefined || file.complaints.length > 0) return;
    const { config: read } = file;
    const settings = {
      ...DEFAULT_SETTINGS,
      rules: read.rules,
      overrides: read.overrides,
      customWorkloads: read.customWorkloads,
    };
    checkResult(await lint({ sources: [{ path: "dev/a.yaml", text: WEB }], context: [], rules, settings }));
  },
};

const SCENARIO = `containers:
  "*": { boot: 20s, fail: [{ from: 1m, until: 2m }], hang: 5m, latency: 2s, http: [{ from: 1s, path: /x, status: 503 }], files: [{ from: 3s, path: /tmp/x }] }
  web: { exit: { at: 10m, code: 2 }, sigterm: ignore, acceptsAfterSigterm: 5s, preStop: 10s, postStart: 1s, lives: [{ boot: 5s }, { boot: 1h }] }
newVersion: { containers: { web: { boot: 2m } } }
cluster: { schedule: 1s, pull: 10s, propagation: 2s, kubeProxyFallback: false, nodes: 5, featureGates: { X: true } }
events:
  - { at: 1m, do: image }
  - { at: 2m, do: pause }
  - { at: 3m, do: resume }
  - { at: 4m, do: scale, replicas: 7 }
  - { at: 5m, do: drain, pods: 2 }
  - { at: 6m, do: rollback }
`;
const MODES = ["range", "ideal", "kubelet", "best", "worst"] as const;

export const scenarios: Target = {
  name: "scenarios",
  encoding: "utf8",
  make: next =>
    joinFiles({ "scenario.yaml": spoilt(next, SCENARIO), "a.yaml": next() < 0.5 ? WORKLOAD : spoilt(next, WORKLOAD) }),
  async check(input) {
    const files = splitFiles(input);
    const { scenario } = readScenario(documentsIn(files["scenario.yaml"] ?? "")[0]);
    // A simulation takes long: of several documents the first, and only some of them twice.
    const [manifest] = documentsIn(files["a.yaml"] ?? "");
    const mode = pick(random(seedOf(input)), MODES);
    const say = () => JSON.stringify(simulate(manifest, { mode, scenario }));
    if (seedOf(input) % 5 === 0) await sameTwice(say);
    else say();
  },
};

const WORKLOAD = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 4
  minReadySeconds: 5
  progressDeadlineSeconds: 300
  strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 25%, maxUnavailable: 1 } }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      terminationGracePeriodSeconds: 45
      restartPolicy: Always
      initContainers: [{ name: setup, image: "a:1" }]
      containers:
        - name: web
          image: web:1
          ports: [{ name: http, containerPort: 8080 }]
          startupProbe: { httpGet: { path: /x, port: http }, periodSeconds: 5, failureThreshold: 30 }
          livenessProbe: { exec: { command: [cat, /tmp/x] }, periodSeconds: 10, timeoutSeconds: 2 }
          readinessProbe: { tcpSocket: { port: 8080 }, initialDelaySeconds: 5, successThreshold: 2 }
          lifecycle: { preStop: { sleep: { seconds: 10 } } }
`;

const PIECES =
  "object object.spec a b spec 1 2u 1.5 'x' \"y\" r'\\d' b'z' true null . .? ( ) [ ] [? { } {? , : ? + - * / % == != < >= && || ! in has( .all(x, .exists(k, v, .map(x, .filter(x, .transformMap(k, v, .optMap(x, .size() .matches('a+') .find('(a|b)*?c') .format([ .split( optional.of( optional.none() quantity( semver( ip( cidr( url( duration( timestamp( format.named( sets.contains( type( string( int( dyn( lists.range( .sum() .max() .sort() .join() .orValue( .value() variables params 9223372036854775807 -9223372036854775808 '2024-01-01T00:00:00Z' '1h' .replicas .text .exists_one(x, cel.bind(x, .lowerAscii() .replace('a', 'aa') .substring( .charAt( .indexOf( .reverse() .distinct() .flatten() .slice( math.greatest( base64.encode( regex.replace( // \n '".split(
    " ",
  ) as [string, ...string[]];
const EXPRESSIONS = [
  "object.spec.replicas >= 2",
  "object.spec.list.all(x, x > 1 && x < 10) || has(object.spec.text)",
  "object.spec.text.matches('^(a|b)+$') ? quantity('1Gi').isGreaterThan(quantity('500M')) : semver('1.2.3').major() == 1",
  "object.spec.list.map(x, string(x) + 'a').join(',').split(',').size() == 3",
  "[{'a': 1}, {'b': 2u}].filter(m, 'a' in m)[0].a == 1 && timestamp('2024-01-01T00:00:00Z') - duration('1h') < timestamp('2025-01-01T00:00:00Z')",
] as [string, ...string[]];

export const cel: Target = {
  name: "cel",
  encoding: "utf8",
  make(next) {
    if (next() < 0.5) return Array.from({ length: 1 + Math.floor(next() * 14) }, () => pick(next, PIECES)).join(" ");
    const tokens = pick(next, EXPRESSIONS).split(/(?<=\W)|(?=\W)/);
    for (let count = 1 + Math.floor(next() * 3); count > 0; count--)
      tokens.splice(Math.floor(next() * tokens.length), Math.floor(next() * 3), pick(next, PIECES));
    return tokens.join("");
  },
  async check(text) {
    const object = {
      a: [1, "x", null, { b: true }],
      b: { c: "d" },
      spec: { replicas: 3, text: "aaaaaaaaaaaaaaaa", list: [1, 5, 9] },
    };
    await sameTwice(() => {
      const { faults, error, type, value } = runExpression(text, object);
      hold(faults.length > 0 || error !== undefined || type !== undefined, "no answer");
      for (const { at } of faults) hold(at >= 0 && at <= text.length, "a fault has no place");
      return JSON.stringify([faults, error, type, String(value)]);
    });
  },
};

const BASELINE = `{"version":1,"entries":[
  {"fingerprint":"b1946ac92492d2347c6235b4d2611184","rule":"probe-zero-defaulted","resource":"Pod web","file":"a.yaml","count":2},
  {"fingerprint":"x","rule":"nobody","file":"../../etc/passwd"}]}`;

export const baselines: Target = {
  name: "baselines",
  encoding: "utf8",
  make: next => spoilt(next, BASELINE),
  async check(text) {
    const baseline = await readBaseline(text);
    if (Array.isArray(baseline)) {
      for (const { at } of baseline) hold(at >= 0 && at <= text.length, "a complaint has no place");
      return;
    }
    const settings = DEFAULT_SETTINGS;
    checkResult(await lint({ sources: [{ path: "a.yaml", text: WEB }], context: [], rules, settings, baseline }));
  },
};

export const reports: Target = {
  name: "reports",
  encoding: "utf8",
  make: next => spoilt(next, JSON.stringify(REPORT, null, 1)).replace(/^---\n/, ""),
  async check(text) {
    const report = readReport(text);
    if (typeof report === "string") return hold(report !== "" && !/undefined|\[object/.test(report), `"${report}"`);
    const merged = mergeReports([report, report]);
    if (typeof merged === "string") return;
    for (const [name, load] of Object.entries(REPORTERS)) checkText((await load())(merged, OPTIONS), name);
  },
};

const ARGUMENTS = [
  ...[
    "lint",
    "explain",
    "rules",
    "simulate",
    "merge",
    "completion",
    "-",
    ".",
    "a.yaml",
    "b*",
    "{a,b}.yaml",
    "--",
    "-q",
    "-h",
    "-V",
  ],
  ...[
    "nobody",
    "pretty",
    "json",
    "sarif=x/../y",
    "github",
    "1.30",
    "1.99",
    "1/2",
    "0/0",
    "bash",
    "probe-zero-defaulted",
    "periodSeconds",
  ],
  ...[
    "error",
    "never",
    "=",
    "",
    "é",
    "\u001b[31m",
    "\u202e",
    "::error::x",
    "__proto__",
    "constructor",
    "99999999999999999999",
    "-1",
    "NaN",
  ],
];
const HARMLESS = FLAGS.filter(({ name }) => !/^(config|write-baseline|prune-baseline|add-ignore|fix)$/.test(name));

export const flags: Target = {
  name: "flags",
  encoding: "utf8",
  make(next) {
    const words = ARGUMENTS as [string, ...string[]];
    const flag = () => {
      const { name } = pick(next, HARMLESS as [(typeof HARMLESS)[0], ...typeof HARMLESS]);
      return `--${next() < 0.9 ? name : name.slice(1)}${next() < 0.5 ? `=${pick(next, words)}` : ""}`;
    };
    return Array.from({ length: Math.floor(next() * 6) }, () => (next() < 0.5 ? flag() : pick(next, words))).join("\n");
  },
  async check(input) {
    const cwd = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
    writeFileSync(join(cwd, "a.yaml"), WEB);
    const streams = { out: "", err: "" };
    const stream = (name: "out" | "err") => ({
      write: (part: string) => {
        streams[name] += part;
      },
      isTTY: false,
      columns: 80,
    });
    try {
      const argv = input.split("\n");
      const status = await main({
        argv,
        cwd,
        env: {},
        stdout: stream("out"),
        stderr: stream("err"),
        stdin: () => WEB,
        now: () => 0,
      });
      hold([0, 1, 2].includes(status), `exit code ${status}`);
      hold(!streams.err.includes("this is a bug"), streams.err);
      hold(status !== 2 || streams.err !== "", "exit code 2 without a word");
      checkText(streams.err, "standard error");
      if (!argv.includes("--color=always") && !argv.includes("always")) checkText(streams.out, "standard output");
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  },
};
