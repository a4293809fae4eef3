// Which rules can be exported as ValidatingAdmissionPolicies, and why the others cannot.

import type { AnyRule } from "../../rule.ts";
import { containerRules } from "./containers.ts";
import type { Exported, Family, Options } from "./exported.ts";
import { probeRules } from "./probes.ts";
import { wordRules } from "./words.ts";
import { workloadRules } from "./workloads.ts";

const EXPORTED: Family = { ...probeRules, ...containerRules, ...wordRules, ...workloadRules };

/** Why a rule is no policy, and the word for it in a table. */
interface Reason {
  readonly not: string;
  readonly word: string;
}

const SCRIPT: Reason = { not: "reads shell scripts, for which CEL has no reader", word: "script" };
const WRITTEN: Reason = {
  not: "needs the manifest as it is written, before the server fills in defaults and leaves out what is empty",
  word: "written",
};
const START: Reason = {
  not: "needs the start that is expected of an image, its environment and its arguments",
  word: "start",
};
const GRAPH: Reason = { not: "needs other objects than the one that is created", word: "graph" };
const TEXT: Reason = { not: "is about the text of a manifest, of which the server sees nothing", word: "text" };
const SERVER: Reason = { not: "is what the API server checks by itself", word: "server" };

const REASONS: Readonly<Record<string, Reason>> = {
  "bare-pod": GRAPH,
  "exec-probe-cost": SCRIPT,
  "exec-probe-default-timeout": SCRIPT,
  "exec-probe-env-expansion": SCRIPT,
  "grace-period-zero": SCRIPT,
  "liveness-checks-dependency": SCRIPT,
  "liveness-kills-slow-start": START,
  "poststart-blocks": SCRIPT,
  "prestop-exceeds-grace": SCRIPT,
  "prestop-leaves-little-drain": SCRIPT,
  "prestop-prefers-native-sleep": SCRIPT,
  "probe-always-succeeds": SCRIPT,
  "probe-default-noise": WRITTEN,
  "probe-zero-defaulted": WRITTEN,
  "progress-deadline-too-short": WRITTEN,
  "service-empty-selector": WRITTEN,
  "shell-swallows-sigterm": SCRIPT,
  "startup-budget-exceeds-progress-deadline": WRITTEN,
  "startup-budget-too-small": START,
  "startup-probe-missing": START,
};

/** What stands in the text alone. */
const OF_TEXT = new Set(
  "deceptive-characters ignore-unexplained ignore-unused unrendered-template yaml-duplicate-key yaml-syntax".split(" "),
);

export type ExportState = "yes" | Reason;

/** Rule -> whether it can be exported, else the reason. */
export function exportsOf(rules: readonly AnyRule[]): ReadonlyMap<string, ExportState> {
  return new Map(rules.map(({ id, target }) => [id, Object.hasOwn(EXPORTED, id) ? "yes" : reasonOf(id, target)]));
}

function reasonOf(id: string, target: AnyRule["target"]): Reason {
  if (OF_TEXT.has(id)) return TEXT;
  return REASONS[id] ?? (target === "none" ? SERVER : GRAPH);
}

export function exportedRule(id: string, options: Options, minor: number): Exported | undefined {
  return Object.hasOwn(EXPORTED, id) ? EXPORTED[id]?.(options, minor) : undefined;
}
