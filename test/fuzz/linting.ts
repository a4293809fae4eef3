// Targets through the whole lint: manifests and projects, ignore comments, fixes, policies.

import { rules } from "../../rules/index.ts";
import { fixSources } from "../../src/fix-run.ts";
import { type LintResult, lint } from "../../src/lint.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../src/settings.ts";
import type { Source } from "../../src/yaml/document.ts";
import { readSource } from "../../src/yaml/documents.ts";
import { lintFiles } from "../support/run.ts";
import { pick, type Random, random } from "../yaml/generate.ts";
import { changed, damaged } from "./change.ts";
import { checkOutput, checkResult, seedOf } from "./invariants.ts";
import { MANIFESTS, PROJECTS } from "./seeds.ts";
import { hold, joinFiles, sameTwice, splitFiles, type Target } from "./target.ts";

const manifest = (next: Random) => pick(next, MANIFESTS as [string, ...string[]]);

function spoilt(next: Random, text: string): string {
  try {
    return next() < 0.7 ? changed(next, text, manifest(next)) : damaged(next, text);
  } catch (error) {
    throw new Error("the fuzzer itself failed", { cause: error });
  }
}

const KUSTOMIZATION = `resources: [a.yaml, ../base, b.yaml]
namespace: shop
namePrefix: pre-
nameSuffix: -suf
commonLabels: { app: web }
labels: [{ pairs: { a: b }, includeSelectors: true }]
commonAnnotations: { a: b }
images: [{ name: web, newName: registry.example.com/web, newTag: "2" }]
replicas: [{ name: web, count: 3 }]
configMapGenerator: [{ name: settings, literals: [a=b], behavior: merge }]
secretGenerator: [{ name: token, literals: [a=b], options: { disableNameSuffixHash: true } }]
patches:
  - { path: b.yaml }
  - target: { kind: Deployment, name: web }
    patch: |-
      - op: replace
        path: /spec/replicas
        value: 2
patchesStrategicMerge: [b.yaml]
patchesJson6902: [{ target: { group: apps, version: v1, kind: Deployment, name: web }, path: b.yaml }]
components: [../part]
replacements:
  - source: { kind: Service, name: web, fieldPath: metadata.name }
    targets: [{ select: { kind: Deployment }, fieldPaths: ["spec.template.spec.containers.[name=web].image"], options: { delimiter: ":", index: 1, create: true } }]
vars: [{ name: X, objref: { apiVersion: v1, kind: Service, name: web }, fieldref: { fieldpath: metadata.name } }]
`;

/** Several files, some of them made into kustomizations. */
function project(next: Random): Record<string, string> {
  if (next() < 0.5) {
    const files = { ...pick(next, PROJECTS as [Record<string, string>, ...Record<string, string>[]]) };
    const names = Object.keys(files);
    for (let count = 1 + Math.floor(next() * 2); count > 0; count--) {
      const name = names[Math.floor(next() * names.length)] ?? "";
      files[name] = spoilt(next, files[name] ?? "");
    }
    return files;
  }
  return {
    "kustomization.yaml": spoilt(next, KUSTOMIZATION),
    "a.yaml": spoilt(next, manifest(next)),
    "b.yaml": spoilt(next, manifest(next)),
    ...(next() < 0.5
      ? { "base/kustomization.yaml": spoilt(next, "resources: [a.yaml]\n"), "base/a.yaml": manifest(next) }
      : {}),
    ...(next() < 0.3 ? { "part/kustomization.yaml": "kind: Component\nresources: [../a.yaml]\n" } : {}),
  };
}

/** Every rule, and the validator for some version. */
function judge(files: Readonly<Record<string, string>>, input: string): Promise<LintResult> {
  const next = random(seedOf(input));
  const settings: Partial<Settings> = {
    preset: "all",
    minor: 24 + Math.floor(next() * 13),
    complete: next() < 0.3,
    includeSuppressed: next() < 0.5,
  };
  return lintFiles(files, { settings, noContext: seedOf(input) % 5 === 0 });
}

async function judged(files: Readonly<Record<string, string>>, input: string): Promise<LintResult> {
  let last: LintResult | undefined;
  await sameTwice(async () => {
    last = await judge(files, input);
    checkResult(last);
    return (await checkOutput(last, random(seedOf(input)))) + JSON.stringify(last.report);
  });
  if (last === undefined) throw new Error("nothing was judged");
  return last;
}

export const manifests: Target = {
  name: "manifests",
  encoding: "utf8",
  make: next => spoilt(next, manifest(next)),
  check: async input => void (await judged({ "a.yaml": input }, input)),
  timed: { milliseconds: 200, work: input => judge({ "a.yaml": input }, input) },
};

export const projects: Target = {
  name: "projects",
  encoding: "utf8",
  make: next => joinFiles(project(next)),
  check: async input => void (await judged(splitFiles(input), input)),
};

const WORDS = [
  "kprobe-lint-ignore",
  "kprobe-lint-ignore-file",
  " ",
  " ",
  ",",
  " -- ",
  "--",
  "reason",
  "\t",
  "é",
  "\u202e",
  "nobody",
  "#",
  ":",
  "::error::x",
];

export const ignores: Target = {
  name: "ignores",
  encoding: "utf8",
  make(next) {
    const words = [...WORDS, ...rules.map(({ id }) => id), ...Array.from({ length: 20 }, () => "probe-zero-defaulted")];
    const lines = manifest(next).split("\n");
    for (let count = 1 + Math.floor(next() * 6); count > 0; count--) {
      const at = Math.floor(next() * lines.length);
      const body = Array.from({ length: 1 + Math.floor(next() * 6) }, () =>
        pick(next, words as [string, ...string[]]),
      ).join("");
      const comment = `#${next() < 0.7 ? " kprobe-lint-ignore " : ""}${body}`;
      if (next() < 0.5) lines.splice(at, 0, `${" ".repeat(Math.floor(next() * 8))}${comment}`);
      else lines[at] = `${lines[at] ?? ""} ${comment}`;
    }
    return lines.join("\n");
  },
  async check(input) {
    const { report } = await judged({ "a.yaml": input }, input);
    for (const { suppressed, ruleId } of report.diagnostics)
      if (suppressed?.by === "comment") hold(input.includes(ruleId), `${ruleId} is ignored and not named`);
    const open = await lintFiles({ "a.yaml": input }, { settings: { preset: "all", inlineIgnore: false } });
    const kept = await lintFiles({ "a.yaml": input }, { settings: { preset: "all", includeSuppressed: true } });
    const told = (result: LintResult) =>
      result.report.diagnostics.flatMap(({ ruleId, message }) =>
        ruleId.startsWith("ignore-") ? [] : `${ruleId} ${message}`,
      );
    hold(told(open).join("\n") === told(kept).join("\n"), "an ignored finding is lost");
  },
};

export const fixes: Target = {
  name: "fixes",
  encoding: "utf8",
  make: next => (next() < 0.5 ? damaged(next, manifest(next)) : spoilt(next, manifest(next))),
  async check(input) {
    const settings = { ...DEFAULT_SETTINGS, preset: "all" as const };
    const lintSources = (sources: readonly Source[]) => lint({ sources, context: [], rules, settings });
    const fixed = await fixSources({ sources: [{ path: "a.yaml", text: input }], lint: lintSources, unsafe: true });
    if (fixed.count === 0) return;
    const text = fixed.sources[0]?.text ?? "";
    const [before, after] = [await readSource(input), await readSource(text)];
    hold(before.length === after.length, "a fix made another number of documents");
    const broken = (documents: typeof before) => documents.filter(({ root }) => root === undefined).length;
    hold(broken(after) <= broken(before), "a fix broke a document");
    const again = await fixSources({ sources: fixed.sources, lint: lintSources, unsafe: true });
    hold(again.count === 0, "a second run of the fixes changes something");
  },
};
