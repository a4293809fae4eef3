// What `init` writes and prints: a configuration with comments, and the lines for hooks and CI that fit what is there.

import type { Ci, Hook, Survey } from "./init-survey.ts";
import { NEWEST_MINOR } from "./settings.ts";
import { VERSION } from "./version.ts";

const HOME = "https://github.com/kprobe-lint/kprobe-lint";
const SCHEMA = "https://raw.githubusercontent.com/kprobe-lint/kprobe-lint/main/schemas/config.schema.json";
/** Directories named in one list at most; a repository with more of them knows better patterns. */
const LISTED = 20;

/**
 * The text of .kprobe-lint.yaml. All of it is a comment but what the repository gives reason for: the defaults need no configuration. A
 * line with no blank behind its `#`, and the indented ones below it, are a setting to switch on.
 */
export function configText({ samples, trials }: Survey): string {
  return [
    `# yaml-language-server: $schema=${SCHEMA}`,
    "# Configuration of kprobe-lint. Everything here is optional: `kprobe-lint --print-config` prints what is in force.",
    "",
    "# recommended: what has a consequence in the cluster. strict: more of it. all: every rule.",
    "extends: recommended",
    "",
    `# The version of your cluster: fields, values and removed APIs are judged by it. Without it, 1.${NEWEST_MINOR}.`,
    `#kubernetesVersion: "1.${NEWEST_MINOR}"`,
    "",
    "# Exit 1 from this severity on: error, warning, info or never.",
    "#failOn: error",
    "",
    ...excluded(samples),
    "# Severity and options of single rules; `kprobe-lint rules` lists them, `kprobe-lint explain <rule>` tells why.",
    "#rules:",
    "#  prestop-missing: off",
    "",
    ...overridden(trials),
    "# Ignore comments and annotations: report those without a reason.",
    "#ignore:",
    "#  requireReason: true",
    "",
  ].join("\n");
}

function excluded(samples: readonly string[]): string[] {
  if (samples.length === 0) return ["# Files to leave out, as globs from here.", "#exclude:", '#  - "vendor/**"', ""];
  return [
    "# Files to leave out, as globs from here. These directories look like samples: take the # away where nobody deploys them.",
    "#exclude:",
    ...samples.slice(0, LISTED).map(directory => `#  - ${scalar(`${directory}/**`)}`),
    "",
  ];
}

function overridden(trials: readonly string[]): string[] {
  const files = trials.length === 0 ? ["overlays/dev"] : trials.slice(0, LISTED);
  return [
    trials.length === 0
      ? "# Other rules for some objects, by files, namespaces, kinds, names or labels."
      : "# Other rules for some objects. These directories look like stages where an outage hurts nobody: take the # away if so.",
    "#overrides:",
    "#  - files:",
    ...files.map(directory => `#      - ${scalar(`${directory}/**`)}`),
    "#    rules:",
    "#      single-replica: off",
    "#      pdb-missing: off",
    "",
  ];
}

/** A path in double quotes; YAML reads what JSON writes. */
function scalar(text: string): string {
  return JSON.stringify(text);
}

/** What to do next, for the terminal. */
export function nextSteps({ charts, kustomizations, ci, hooks }: Survey): string {
  const parts = [
    ...hooks.map(name => HOOK[name]),
    ...(hooks.length === 0 ? [HOOK["pre-commit"]] : []),
    ...ci.map(name => CI[name]),
    ...(charts.length === 0
      ? []
      : [
          [
            "Helm charts are linted as they render:",
            "",
            ...charts
              .slice(0, LISTED)
              .map(chart => `helm template ${word(chart === "." ? "." : `./${chart}`)} | kprobe-lint -`),
          ],
        ]),
    ...(kustomizations.length === 0
      ? []
      : [
          [
            `Kustomizations (${kustomizations.length}) are built as kustomize would: bases, overlays and patches are judged together, nothing is to be set.`,
          ],
        ]),
  ];
  parts.push([
    "More findings than can be mended now? kprobe-lint --write-baseline keeps them from being reported again.",
    `Other hooks and pipelines, editors: ${HOME}#hooks-and-ci`,
  ]);
  return parts.map(lines => `\n${lines.map(line => `${line}\n`).join("")}`).join("");
}

/** A word of a shell's command line. */
function word(text: string): string {
  return /^[\w./@%+=:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

const HOOK: Readonly<Record<Hook, readonly string[]>> = {
  "pre-commit": [
    "In .pre-commit-config.yaml (pre-commit, prek):",
    "",
    "repos:",
    `  - repo: ${HOME}`,
    `    rev: v${VERSION}`,
    "    hooks:",
    "      - id: kprobe-lint",
  ],
  lefthook: [
    "In lefthook.yml:",
    "",
    "pre-commit:",
    "  commands:",
    "    kprobe-lint:",
    `      run: npx --yes kprobe-lint@${VERSION} --staged`,
  ],
  husky: ["In .husky/pre-commit:", "", `npx --yes kprobe-lint@${VERSION} --staged`],
  "lint-staged": [
    "In the configuration of lint-staged:",
    "",
    `"*.{yaml,yml,json}": "npx --yes kprobe-lint@${VERSION} --no-error-on-unmatched"`,
  ],
};

const CI: Readonly<Record<Ci, readonly string[]>> = {
  github: [
    "In .github/workflows/kprobe-lint.yaml:",
    "",
    "name: kprobe-lint",
    "on: [push, pull_request]",
    "permissions:",
    "  contents: read",
    "jobs:",
    "  kprobe-lint:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    "      - uses: actions/checkout@v5",
    "        with:",
    "          persist-credentials: false",
    `      - uses: kprobe-lint/kprobe-lint@v${VERSION}`,
  ],
  gitlab: [
    "In .gitlab-ci.yml:",
    "",
    "kprobe-lint:",
    "  image: node:24-alpine",
    "  script:",
    `    - npx --yes kprobe-lint@${VERSION}`,
    "  artifacts:",
    "    when: always",
    "    reports:",
    "      codequality: gl-code-quality-report.json",
  ],
  azure: [
    "In azure-pipelines.yml:",
    "",
    "steps:",
    `  - script: npx --yes kprobe-lint@${VERSION} --format auto,junit=kprobe-lint.xml`,
    "    displayName: kprobe-lint",
    "  - task: PublishTestResults@2",
    "    condition: always()",
    "    inputs:",
    "      testResultsFiles: kprobe-lint.xml",
    "      testRunTitle: kprobe-lint",
  ],
  jenkins: [
    "In the Jenkinsfile (with the Warnings plugin):",
    "",
    `sh 'npx --yes kprobe-lint@${VERSION} --fail-on never --format pretty,checkstyle=kprobe-lint.xml'`,
    "recordIssues tool: checkStyle(pattern: 'kprobe-lint.xml'), qualityGates: [[threshold: 1, type: 'TOTAL_ERROR']]",
  ],
};
