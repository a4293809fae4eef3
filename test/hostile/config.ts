// Configurations, globs, baselines and reports of trees that nobody trusts.

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { POD, type Row } from "./row.ts";

const BAD = `${POD}extra: 1\n`;
const secret = "rules: {hunter2: off}\n";

function inRepository(directory: string, files: Readonly<Record<string, string>>): string {
  const root = join(directory, "project");
  mkdirSync(join(root, ".git"), { recursive: true });
  writeFileSync(join(directory, "outside.yaml"), secret);
  for (const [name, text] of Object.entries({ "a.yaml": POD, ...files })) writeFileSync(join(root, name), text);
  return root;
}

const braces = (count: number) => "{a,b}".repeat(count);

export const CONFIGS: readonly Row[] = [
  {
    input: "extends a file outside of the project",
    bound: "confined to the repository",
    prepare: directory => void inRepository(directory, { ".kprobe-lint.yaml": "extends: ../outside.yaml\n" }),
    argv: ["project"],
    status: 2,
    says: /lies outside of the project/,
    saysNot: /hunter2/,
  },
  {
    input: "extends an absolute path",
    bound: "confined to the repository",
    prepare: directory => void inRepository(directory, { ".kprobe-lint.yaml": "extends: /etc/hostname.yaml\n" }),
    argv: ["project"],
    status: 2,
    says: /lies outside of the project/,
  },
  {
    input: "extends a link that leads out",
    bound: "links are followed first",
    prepare: directory =>
      symlinkSync(
        "../outside.yaml",
        join(inRepository(directory, { ".kprobe-lint.yaml": "extends: ./b.yaml\n" }), "b.yaml"),
      ),
    argv: ["project"],
    status: 2,
    says: /lies outside of the project/,
    saysNot: /hunter2/,
  },
  {
    input: "the configuration itself is a link that leads out",
    bound: "confined to the repository",
    prepare: directory => symlinkSync("../outside.yaml", join(inRepository(directory, {}), ".kprobe-lint.yaml")),
    argv: ["project"],
    status: 2,
    says: /lies outside of the project/,
    saysNot: /hunter2/,
  },
  {
    input: "extends itself",
    bound: "said",
    files: () => ({ ".kprobe-lint.yaml": "extends: ./.kprobe-lint.yaml\n", "a.yaml": POD }),
    status: 2,
    says: /extends this file in turn/,
  },
  {
    input: "extends in a circle",
    bound: "said",
    files: () => ({ ".kprobe-lint.yaml": "extends: ./b.yaml\n", "b.yaml": "extends: ./.kprobe-lint.yaml\n" }),
    status: 2,
    says: /extends this file in turn/,
  },
  {
    input: "extends 10,000 files",
    bound: "32 configurations",
    sizes: [100, 10_000],
    files: size => ({
      ".kprobe-lint.yaml": `extends: [${"./b.yaml, ".repeat(size)}]\n`,
      "b.yaml": "failOn: error\n",
      "a.yaml": POD,
    }),
    status: 2,
    says: /more than 32 configurations/,
  },
  {
    input: "extends two files that extend two files … 2^30",
    bound: "32 configurations",
    files: () => ({
      ".kprobe-lint.yaml": "extends: [./c0.yaml, ./c0.yaml]\n",
      ...Object.fromEntries(
        Array.from({ length: 30 }, (_, at) => [
          `c${at}.yaml`,
          at === 29 ? "failOn: error\n" : `extends: [./c${at + 1}.yaml, ./c${at + 1}.yaml]\n`,
        ]),
      ),
    }),
    status: 2,
    says: /more than 32 configurations/,
  },
  {
    input: "10,000 overrides",
    bound: "the size of the file",
    sizes: [500, 10_000],
    files: size => ({
      ".kprobe-lint.yaml": `overrides:\n${"  - {files: ['**/x*'], names: ['*a*'], rules: {unknown-field: off}}\n".repeat(size)}`,
      "a.yaml": BAD,
    }),
    status: 1,
    says: /unknown-field/,
  },
  {
    input: "10,000 patterns to exclude",
    bound: "the size of the file",
    sizes: [500, 10_000],
    files: size => ({
      ".kprobe-lint.yaml": `exclude:\n${Array.from({ length: size }, (_, at) => `  - "**/x${at}*/**"\n`).join("")}`,
      "a.yaml": BAD,
    }),
    status: 1,
    says: /unknown-field/,
  },
  {
    input: "configuration of 2 MB",
    bound: "1 MiB",
    files: () => ({ ".kprobe-lint.yaml": `# ${"x".repeat(2_000_000)}\n`, "a.yaml": POD }),
    status: 2,
    says: /1048576 are the most/,
  },
  {
    input: "alias bomb in the configuration",
    bound: "--max-alias-nodes",
    files: () => ({
      ".kprobe-lint.yaml": `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, at) => `b${at}: &b${at} [${Array.from({ length: 9 }, () => (at === 0 ? "*a" : `*b${at - 1}`)).join(",")}]\n`).join("")}`,
      "a.yaml": POD,
    }),
    status: 2,
    says: /aliases of aliases/,
  },
  {
    input: "configuration 100,000 levels deep",
    bound: "--max-depth",
    sizes: [10_000, 100_000],
    files: size => ({ ".kprobe-lint.yaml": `rules: ${"[".repeat(size)}`, "a.yaml": POD }),
    status: 2,
    says: /nested deeper/,
  },
  {
    input: "tags that other readers run",
    bound: "data only",
    files: () => ({
      ".kprobe-lint.yaml":
        'exclude: [!!js/function "function () { process.exit(99) }"]\nfailOn: !!python/object/apply:os.system [id]\n',
      "a.yaml": POD,
    }),
    status: 2,
  },
  {
    input: "package.json that is broken",
    bound: "not ours",
    files: () => ({ "package.json": '{"kprobe-lint": {', "a.yaml": POD }),
    status: 0,
  },
  {
    input: "package.json with another kind of value",
    bound: "said",
    files: () => ({ "package.json": '{"kprobe-lint": {"rules": [1, 2]}}', "a.yaml": POD }),
    status: 2,
    says: /package\.json:1/,
  },
  {
    input: "policies in the configuration that are a link out",
    bound: "confined to the repository",
    prepare: directory =>
      symlinkSync(
        "../outside.yaml",
        join(inRepository(directory, { ".kprobe-lint.yaml": "policies: [b.yaml]\n" }), "b.yaml"),
      ),
    argv: ["project"],
    status: 2,
    saysNot: /hunter2/,
  },
];

export const GLOBS: readonly Row[] = [
  {
    input: "pattern of 2^30 alternatives, exclude",
    bound: "64 alternatives, then as written",
    files: () => ({ ".kprobe-lint.yaml": `exclude: ["${braces(30)}/**"]\n`, "a.yaml": BAD }),
    status: 1,
    says: /unknown-field/,
  },
  {
    input: "pattern of many stars, exclude",
    bound: "pattern × path",
    files: () => ({ ".kprobe-lint.yaml": `exclude: ["${"*a".repeat(2_000)}b"]\n`, [`${"a".repeat(200)}.yaml`]: BAD }),
    status: 1,
    says: /unknown-field/,
  },
  {
    input: "pattern of many **, --exclude",
    bound: "pattern × path",
    files: () => ({ "a/a/a/a/a/a/a/a.yaml": BAD }),
    argv: [`--exclude=${"**/a/".repeat(2_000)}b`],
    status: 1,
    says: /unknown-field/,
  },
  {
    input: "pattern of 2^30 alternatives, as a path",
    bound: "refused",
    files: () => ({ "a.yaml": POD }),
    argv: [`${braces(30)}.yaml`],
    status: 2,
    says: /kprobe-lint: /,
  },
  {
    input: "pattern of many stars, as a path",
    bound: "refused",
    files: () => ({ [`${"a".repeat(200)}.yaml`]: POD }),
    argv: [`${"*a".repeat(40)}b.yaml`],
    status: 2,
    says: /stands for too many others/,
  },
  {
    input: "range of 10^9 numbers, as a path",
    bound: "refused",
    files: () => ({ "a.yaml": POD }),
    argv: ["{1..1000000000}.yaml"],
    status: 2,
    says: /kprobe-lint: /,
  },
  {
    input: "brackets that never close, as a path",
    bound: "said",
    files: () => ({ "a.yaml": POD }),
    argv: [`${"[".repeat(5_000)}.yaml`],
    status: 2,
    says: /kprobe-lint: /,
  },
  {
    input: "pattern that leads out of the directory",
    bound: "the user's word",
    files: () => ({ "a.yaml": POD }),
    argv: ["../../../nowhere-*/x*.yaml"],
    status: 2,
    says: /no manifest found/,
  },
];

const entry = (more: string) =>
  `{"version":1,"entries":[{"fingerprint":"x","rule":"unknown-field","file":"a.yaml"${more}}]}`;

export const LIARS: readonly Row[] = [
  ...Object.entries({
    "is no JSON": "{",
    "is a list": "[]",
    "is a number": "7",
    "has no entries": '{"version":1}',
    "has entries of a wrong type": '{"version":1,"entries":{"a":1}}',
    "counts a negative number": entry(',"count":-5'),
    "counts to infinity": entry(',"count":1e999'),
    "is of another version": '{"version":99,"entries":[]}',
    "has a fingerprint that is an object":
      '{"version":1,"entries":[{"fingerprint":{"toString":1},"rule":"x","file":"y"}]}',
    "is empty": "",
    "nests 100,000 levels": "[".repeat(100_000),
  }).map(
    ([what, text]): Row => ({
      input: `baseline that ${what}`,
      bound: "a schema of its own",
      files: () => ({ "base.json": text, "a.yaml": BAD }),
      argv: ["--baseline=base.json", "a.yaml"],
      status: 2,
      says: /base\.json/,
    }),
  ),
  {
    input: "baseline that names files outside of the project",
    bound: "names are compared, never opened",
    files: () => ({ "base.json": entry("").replace("a.yaml", "../../../../etc/passwd"), "a.yaml": BAD }),
    argv: ["--baseline=base.json", "a.yaml"],
    status: 1,
    saysNot: /root:/,
  },
  {
    input: "baseline of 200,000 entries",
    bound: "linear",
    sizes: [5_000, 200_000],
    files: size => ({
      "base.json": `{"version":1,"entries":[${Array.from({ length: size }, (_, at) => `{"fingerprint":"${at}","rule":"unknown-field","file":"a.yaml"}`).join(",")}]}`,
      "a.yaml": BAD,
    }),
    argv: ["--baseline=base.json", "a.yaml"],
    status: 1,
    says: /unknown-field/,
  },
  ...Object.entries({
    "is no JSON": "{",
    "is a list": "[]",
    "nests 100,000 levels": "[".repeat(100_000),
    "is of another program": '{"tool":{"name":"other"}}',
    "has a summary of strings":
      '{"version":1,"tool":{"name":"kprobe-lint","version":"0.1.0"},"kubernetesVersion":"1.36","summary":{"files":"1"},"diagnostics":[],"skipped":[]}',
    "has a version with an escape":
      '{"version":1,"tool":{"name":"kprobe-lint","version":"\\u001b[31m"},"kubernetesVersion":"1.36","summary":{"files":1,"documents":1,"resources":1,"errors":1,"warnings":1,"infos":1,"suppressed":1,"fixable":1,"durationMs":1},"diagnostics":[],"skipped":[]}',
    "is empty": "",
  }).map(
    ([what, text]): Row => ({
      input: `report that ${what}`,
      bound: "checked field by field",
      files: () => ({ "r.json": text }),
      argv: ["merge", "r.json"],
      status: 2,
      says: /r\.json/,
    }),
  ),
  ...["pretty", "html", "github", "rdjson"].map(
    (format): Row => ({
      input: `report that names a file outside of the project, as ${format}`,
      bound: "confined to the directory",
      prepare: directory => {
        writeFileSync(join(directory, "secret"), "hunter2\n");
        symlinkSync("../secret", join(directory, "project", "link"));
      },
      files: () => ({
        "project/r.json": JSON.stringify({
          version: 1,
          tool: { name: "kprobe-lint", version: "0.1.0" },
          kubernetesVersion: "1.36",
          summary: {
            files: 1,
            documents: 1,
            resources: 1,
            errors: 2,
            warnings: 0,
            infos: 0,
            suppressed: 0,
            fixable: 0,
            durationMs: 1,
          },
          diagnostics: ["../secret", "link"].map(file => ({
            ...{
              ruleId: "unknown-field",
              severity: "error",
              message: "x",
              url: "https://example.com/",
              file,
              document: 0,
              path: [],
              related: [],
              fixes: [],
              fingerprint: file,
            },
            range: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 4, offset: 3 } },
          })),
          skipped: [],
        }),
      }),
      cwd: "project",
      argv: ["merge", `--format=${format}`, "r.json"],
      status: 1,
      saysNot: /hunter2/,
    }),
  ),
];
