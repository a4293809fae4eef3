// Text that acts on terminals, logs, pages and parsers, in every place where text of others is written.

import { REPORTERS } from "../../src/reporters/index.ts";
import { configMap, deployment, POD, type Row } from "./row.ts";

const WEAPONS = [
  "\n::error file=a::owned",
  "##[error]owned ##vso[task.setvariable variable=a]owned",
  "\u001b[31mred\u001b[0m\u001b]8;;https://example.com\u001b\\\\link\u001b]8;;\u001b\\\\\u001b]0;title\u0007",
  "\u009b31m\u0090q\u009c",
  "<script>alert(1)</script><img src=x onerror=alert(1)>\"'>",
  "]]><x/>&lt;",
  "[a](javascript:alert(1)) ![b](http://x) **b** `c` | d @all",
  "=cmd|'/c calc'!A0",
  "\u202egnp.exe\u202c\u200b\u2066x\u2069\ufeff\u{e0041}",
  "\u0000\u0008\u007f\u0085\u2028\u2029",
];
/** All of them, as a quoted scalar of YAML with escapes. */
const ALL = `"${[...WEAPONS.join(" ")].map(escaped).join("")}"`;

function escaped(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (letter === '"' || letter === "\\") return `\\${letter}`;
  return code >= 0x20 && code < 0x7f ? letter : `\\U${code.toString(16).padStart(8, "0")}`;
}

/** Weapons in the name, in values that are quoted, in keys that are unknown, in comments. */
const ARMED = `${deployment({
  metadata: `  namespace: ${ALL}\n  annotations: {${ALL}: ${ALL}}\n`,
  spec: `  ${ALL}: x\n`,
  container: `          livenessProbe: {httpGet: {path: /, port: ${ALL}}}\n          imagePullPolicy: ${ALL}\n          resources: {limits: {memory: ${ALL}}}\n          env: [{name: ${ALL}, value: x}]\n`,
}).replace("name: web\n", `name: ${ALL}\n`)}# kprobe-lint-ignore nobody -- \u202e::error::x
---
apiVersion: v1
kind: Service
metadata: {name: ${ALL}}
spec: {selector: {app: ${ALL}}, ports: [{port: 80, targetPort: ${ALL}}]}
`;
const ACTS = /^\s*::error file=a::|##\[error\]|##vso\[task\.setvariable|<script>alert|<img src=x|\]\]><x\/>/m;

/** In a log only the runner's commands act. */
const COMMANDS = /^\s*::error file=a::|##\[error\]|##vso\[task\.setvariable/m;

export const FORMATS: readonly Row[] = Object.keys(REPORTERS).map(
  (format): Row => ({
    input: `weapons in names, values and keys, as ${format}`,
    bound: "escaped",
    files: () => ({ "a.yaml": ARMED }),
    argv: [`--format=${format}`, "--preset=all", "a.yaml"],
    status: 1,
    saysNot: ["html", "junit", "checkstyle", "markdown"].includes(format) ? ACTS : COMMANDS,
  }),
);

const RAW_LINE = 'a: "\u202ex\u2066y\u200b z"';

export const ELSEWHERE: readonly Row[] = [
  {
    input: "weapons, --show-objects",
    bound: "escaped as JSON",
    files: () => ({ "a.yaml": configMap("a", `  ${ALL}: ${ALL}\n`), "b.yaml": `${RAW_LINE}\n` }),
    argv: ["--show-objects"],
    status: 0,
    says: /\\u202e/,
  },
  {
    input: "weapons in a document that does not parse, --show-objects",
    bound: "escaped",
    files: () => ({ "a.yaml": `\u202e::error::x: [\n` }),
    argv: ["--show-objects"],
    status: 1,
  },
  {
    input: "weapons beside a fix, --diff",
    bound: "the file's bytes, for patch",
    files: () => ({
      "a.yaml": POD.replace(
        "{name: web,",
        `{name: web, env: [{name: A, value: ${ALL}}], livenessProbe: {tcpSocket: {port: 80}, periodSeconds: 0},`,
      ),
    }),
    argv: ["--diff"],
    status: 0,
    says: /periodSeconds/,
  },
  {
    input: "weapons as a rule, explain",
    bound: "escaped",
    argv: ["explain", WEAPONS.join(" ").replace(/\0/g, "")],
    status: 2,
    saysNot: COMMANDS,
  },
  ...["text", "json", "svg", "html", "mermaid"].map(
    (format): Row => ({
      input: `weapons in names, simulate as ${format}`,
      bound: "escaped",
      files: () => ({ "a.yaml": ARMED }),
      argv: ["simulate", `--format=${format}`, "a.yaml"],
      status: 0,
      saysNot: format === "svg" || format === "html" ? ACTS : COMMANDS,
    }),
  ),
  {
    input: "weapons in a scenario",
    bound: "escaped",
    files: () => ({
      "a.yaml": POD,
      "s.yaml": `${ALL}: 1\ncontainers: {${ALL}: {boot: ${ALL}}, web: {boot: ${ALL}}}\n`,
    }),
    argv: ["simulate", "--scenario=s.yaml", "a.yaml"],
    status: 2,
    saysNot: COMMANDS,
  },
  ...[
    "--format=",
    "--preset=",
    "--select=",
    "--rule=",
    "--fail-on=",
    "--kubernetes-version=",
    "--shard=",
    "--max-depth=",
    "--color=",
    "--config=",
    "--baseline=",
    "--policies=",
    "--crd=",
    "--",
  ].map(
    (flag): Row => ({
      input: `weapons in a bad ${flag}`,
      bound: "escaped",
      files: () => ({ "a.yaml": POD }),
      argv: [`${flag}${flag === "--" ? "x" : ""}${WEAPONS.join(" ").replace(/\0/g, "")}`, "a.yaml"],
      status: 2,
      saysNot: COMMANDS,
    }),
  ),
  {
    input: "weapons as a path",
    bound: "escaped",
    argv: [WEAPONS.join(" ").replace(/\0/g, "")],
    status: 2,
    saysNot: COMMANDS,
  },
  {
    input: "weapons as a report's file",
    bound: "escaped",
    files: () => ({ "a.yaml": POD }),
    argv: [`--format=json=nowhere/${WEAPONS[2]}`, "a.yaml"],
    status: 2,
  },
  {
    input: "weapons as --stdin-filename",
    bound: "escaped",
    argv: [`--stdin-filename=${WEAPONS.join(" ").replace(/\0/g, "")}`, "-"],
    stdin: `${POD}extra: 1\n`,
    status: 1,
    saysNot: COMMANDS,
  },
  {
    input: "weapons in a configuration",
    bound: "escaped",
    files: () => ({ ".kprobe-lint.yaml": `${ALL}: 1\nrules: {${ALL}: off}\nextends: ${ALL}\n`, "a.yaml": POD }),
    status: 2,
    saysNot: COMMANDS,
  },
  {
    input: "weapons in a configuration, --print-config",
    bound: "escaped",
    files: () => ({ ".kprobe-lint.yaml": `exclude: [${ALL}]\nnamespace: shop\n`, "a.yaml": POD }),
    argv: ["--print-config"],
    status: 0,
  },
  {
    input: "weapons in a baseline",
    bound: "escaped",
    files: () => ({
      "base.json": `{"version":1,"entries":[{"fingerprint":"x","rule":"pdb-missing","resource":${ALL},"file":${ALL}}]}`,
      "a.yaml": POD,
    }),
    argv: ["--baseline=base.json", "--preset=all", "--fail-on=never", "a.yaml"],
    status: 0,
    saysNot: COMMANDS,
  },
  {
    input: "weapons in the message of a policy",
    bound: "escaped",
    files: () => ({
      "p.yaml": `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: a}
spec:
  matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}
  validations: [{expression: "false", message: ${ALL}}]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: a}
spec: {policyName: a, validationActions: [Deny]}
`,
      "a.yaml": POD,
    }),
    argv: ["--policies=p.yaml", "a.yaml"],
    status: 1,
    saysNot: COMMANDS,
  },
  {
    input: "weapons as the reason of --add-ignore",
    bound: "one comment line",
    files: () => ({ "a.yaml": `${POD}extra: 1\n` }),
    argv: ["--add-ignore=so\nkind: Secret\u202e", "--fail-on=never", "a.yaml"],
    status: 0,
  },
  {
    input: "weapons in files that init looks at",
    bound: "escaped",
    files: () => ({ "package.json": `{"scripts": {${JSON.stringify("\u001b[31m\u202e")}: "x"}}`, "a.yaml": ARMED }),
    argv: ["init"],
    status: 0,
    saysNot: COMMANDS,
  },
];

export const ENCODINGS: readonly Row[] = [
  {
    input: "UTF-16, little end first",
    bound: "read",
    files: () => ({ "a.yaml": Buffer.from(`\ufeff${POD}extra: 1\n`, "utf16le") }),
    status: 1,
    says: /a\.yaml:5:1/,
  },
  {
    input: "UTF-16, big end first",
    bound: "read",
    files: () => ({ "a.yaml": Buffer.from(`\ufeff${POD}extra: 1\n`, "utf16le").swap16() }),
    status: 1,
    says: /a\.yaml:5:1/,
  },
  {
    input: "UTF-16 cut within a character",
    bound: "refused, with its place",
    files: () => ({ "a.yaml": Buffer.concat([Buffer.from(`\ufeff${POD}`, "utf16le"), Buffer.from([0x41])]) }),
    status: 1,
    says: /half a character is not valid UTF-16/,
  },
  {
    input: "UTF-16 without a mark",
    bound: "refused, with its place",
    files: () => ({ "a.yaml": Buffer.from(POD, "utf16le"), "b.yaml": POD }),
    status: 0,
  },
  {
    input: "UTF-32",
    bound: "refused",
    files: () => ({
      "a.yaml": Buffer.concat([
        Buffer.from([0xff, 0xfe, 0, 0]),
        ...[...POD].map(letter => Buffer.from([letter.charCodeAt(0), 0, 0, 0])),
      ]),
      "b.yaml": POD,
    }),
    status: 0,
  },
  {
    input: "bytes that are no UTF-8",
    bound: "refused, with its place",
    files: () => ({ "a.yaml": Buffer.concat([Buffer.from(POD), Buffer.from("extra: \xff\xfe\n", "latin1")]) }),
    status: 1,
    says: /byte 0xff is not valid UTF-8[\s\S]*a\.yaml:5:8/,
  },
  {
    input: "a slash in two bytes (overlong)",
    bound: "refused, with its place",
    files: () => ({ "a.yaml": Buffer.concat([Buffer.from(POD), Buffer.from("extra: \xc0\xaf\n", "latin1")]) }),
    status: 1,
    says: /byte 0xc0 is not valid UTF-8/,
  },
  {
    input: "half a surrogate pair in UTF-8",
    bound: "refused, with its place",
    files: () => ({ "a.yaml": Buffer.concat([Buffer.from(POD), Buffer.from("extra: \xed\xa0\x80\n", "latin1")]) }),
    status: 1,
    says: /byte 0xed is not valid UTF-8/,
  },
  {
    input: "U+FFFD, written by the author",
    bound: "read",
    files: () => ({ "a.yaml": configMap("a", "  a: \ufffd\n") }),
    status: 0,
  },
  {
    input: "bytes that are no UTF-8 in JSON",
    bound: "mended, as Go does",
    files: () => ({
      "a.json": Buffer.from(
        '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"a":"\xff"}}',
        "latin1",
      ),
    }),
    argv: ["--show-objects"],
    status: 0,
    says: /"a":"\ufffd"/,
  },
  {
    input: "bytes that are no UTF-8, on standard input",
    bound: "refused, with its place",
    stdin: Buffer.concat([Buffer.from(POD), Buffer.from([0xff, 0x0a])]),
    argv: ["-"],
    status: 1,
    says: /byte 0xff/,
  },
  {
    input: "NUL",
    bound: "refused, with its place",
    files: () => ({ "a.yaml": `${POD}extra: a\0b\n` }),
    status: 1,
    says: /control character U\+0000/,
  },
  {
    input: "a megabyte of NUL",
    bound: "refused",
    files: () => ({ "a.yaml": `${POD}${"\0".repeat(1_000_000)}` }),
    status: 1,
    says: /U\+0000/,
  },
  {
    input: "two byte order marks",
    bound: "said",
    files: () => ({ "a.yaml": `\ufeff\ufeff${POD}` }),
    argv: ["--fail-on=never"],
    status: 0,
  },
  {
    input: "a program",
    bound: "no manifest",
    files: () => ({ "a.yaml": Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0xff, 0xfe, 0x80, 0]), "b.yaml": POD }),
    status: 0,
  },
  {
    input: "a right-to-left override in a comment",
    bound: "deceptive-characters",
    files: () => ({ "a.yaml": `${POD}# safe \u202e } ;drah\n` }),
    status: 0,
    says: /deceptive-characters/,
  },
  {
    input: "a zero-width space in an image",
    bound: "deceptive-characters",
    files: () => ({ "a.yaml": POD.replace("web:1", "web\u200b:1") }),
    argv: ["--fail-on=never"],
    status: 0,
    says: /deceptive-characters/,
  },
  {
    input: "a right-to-left override in a script",
    bound: "deceptive-characters",
    files: () => ({ "a.yaml": deployment({ container: '          args: [sh, -c, "rm \u202e/pmt/ fr-"]\n' }) }),
    argv: ["--fail-on=never"],
    status: 0,
    says: /deceptive-characters/,
  },
  {
    input: "an emoji of several characters in an annotation",
    bound: "left alone",
    files: () => ({ "a.yaml": POD.replace("{name: web}", '{name: web, annotations: {a: "👩\u200d💻"}}') }),
    status: 0,
    saysNot: /deceptive-characters/,
  },
];
