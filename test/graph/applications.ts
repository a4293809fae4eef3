// Applications that are known to be right: the project's own, and the directories that ../shared/corpus/apps.md lists, where they are there.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rules } from "../../rules/index.ts";
import type { Diagnostic } from "../../src/diagnostic.ts";
import type { LintResult } from "../../src/lint.ts";
import { lintFiles } from "../support/run.ts";

export interface Application {
  readonly name: string;
  /** Directories below count, too. */
  readonly nested: boolean;
  readonly files: Readonly<Record<string, string>>;
}

const OWN = fileURLToPath(new URL("../../fixtures/projects/market", import.meta.url));
const CORPUS = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));

const ABOUT_LINKS =
  /^(service-(?!account)|selector-|nodeport-|publish-|ingress-|hpa-|pdb-selects|pdb-cannot|pdb-overlap|networkpolicy-selects|statefulset-service|duplicate-)/;

/** The rules about what names, selects and reaches what. */
export const linkRules = rules.filter(({ id, target }) => target !== "none" && ABOUT_LINKS.test(id));

function filesIn(directory: string, nested: boolean): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(directory, { recursive: nested, encoding: "utf8" }).sort()) {
    const path = `${directory}/${name}`;
    if (/\.(ya?ml|json)$/.test(name) && statSync(path).isFile()) files[name] = readFileSync(path, "utf8");
  }
  return files;
}

export function ownApplications(): Application[] {
  return [{ name: "market", nested: false, files: filesIn(OWN, false) }];
}

/** None where the corpus is not there. */
export function corpusApplications(): Application[] {
  const list = `${CORPUS}apps.md`;
  if (!existsSync(list)) return [];
  const lines = readFileSync(list, "utf8").split("\n");
  return lines.flatMap(line => {
    const path = /^(?:\| |- )(manifests\/\S+)/.exec(line)?.[1];
    if (path === undefined) return [];
    const nested = path.endsWith("/**");
    const directory = `${CORPUS}${path.replace(/\/\*\*$/, "")}`;
    return existsSync(directory) ? [{ name: path, nested, files: filesIn(directory, nested) }] : [];
  });
}

export function lintLinks(files: Readonly<Record<string, string>>): Promise<LintResult> {
  return lintFiles(files, { rules: linkRules });
}

/** What is found, wherever it stands. */
export function findingsOf({ report }: LintResult): string[] {
  const ids = new Set(linkRules.map(({ id }) => id));
  return report.diagnostics.filter(({ ruleId }) => ids.has(ruleId)).map(keyOf);
}

export function keyOf({ ruleId, severity, message, resource }: Diagnostic): string {
  return `${severity} ${ruleId} ${resource?.kind} ${resource?.name}: ${message}`;
}
