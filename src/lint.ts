// The whole pipeline on one screen: sources -> documents -> resources -> graph -> findings -> diagnostics -> report.

import type { Baseline, BaselineEntry } from "./baseline.ts";
import { compareDiagnostics, compareSkipped, type Diagnostic, type Report, type Skipped } from "./diagnostic.ts";
import { type Outcome, run } from "./engine.ts";
import { FileTime } from "./file-time.ts";
import { boundedFindings } from "./findings-bound.ts";
import { concerning, type Focus, focusOn, involvedOf, isPart, pathsOf } from "./focus.ts";
import type { Graph } from "./graph/graph.ts";
import { criticality } from "./kubernetes/criticality.ts";
import { type LoadedFile, loadAll } from "./load.ts";
import { faultDiagnostic, findingsOf, lateDiagnostic, mutedBy } from "./merge.ts";
import { Overrides } from "./overrides.ts";
import { reportOf } from "./report.ts";
import type { AnyRule } from "./rule.ts";
import { scopesOf } from "./scope.ts";
import { activeRules, type Settings } from "./settings.ts";
import { suppress } from "./suppress.ts";
import { Timer, type Watch } from "./timing.ts";
import { loadJudge, validateFile } from "./validate.ts";
import type { Source } from "./yaml/document.ts";

export interface LintInput {
  /** What the user asked about. */
  readonly sources: readonly Source[];
  /** What else of the project can be referred to; undefined when nobody looked (standard input, `--no-context`). */
  readonly context?: readonly Source[];
  /** The asked files as they were before a change: what they had to do with is looked at, too. */
  readonly before?: readonly Source[];
  /** Every object may be involved: kustomizations are asked about, or everything is to be reported. */
  readonly isWhole?: boolean;
  /** Kustomization files of the project: they are no manifests, but say which manifests belong together. */
  readonly kustomizations?: readonly Source[];
  readonly settings: Settings;
  readonly rules: readonly AnyRule[];
  /** What discovery left out, with the reason. */
  readonly skipped?: readonly Skipped[];
  /** Chooses what to report, given the files asked about; what lies in one of them or is related to one where it is absent. */
  readonly choose?:
    | ((all: readonly Diagnostic[], asked: ReadonlySet<string>) => Promise<readonly Diagnostic[]>)
    | undefined;
  /** ValidatingAdmissionPolicies, bindings and parameters to hold the objects to. */
  readonly policies?: readonly Source[] | undefined;
  /** What is to be said of the settings of the run, wherever they are written. */
  readonly notes?: readonly Diagnostic[] | undefined;
  /** More CustomResourceDefinitions (`--crd`). */
  readonly definitions?: readonly Source[] | undefined;
  /** Diagnostics that are known already. */
  readonly baseline?: Baseline | undefined;
  /** Milliseconds from any fixed point; without it all durations are 0, so that the same input gives the same bytes. */
  readonly now?: () => number;
  readonly watch?: Watch | undefined;
}

export interface LintResult {
  readonly report: Report;
  /** Bugs met on the way: the run is then no success, whatever else it found. */
  readonly faults: number;
  readonly timer: Timer;
  readonly files: readonly LoadedFile[];
  readonly graphs: readonly Graph[];
  /** Entries of the baseline that nothing met. */
  readonly unmet: readonly BaselineEntry[];
  readonly offered: ReadonlyMap<string, number>;
}

export async function lint(input: LintInput): Promise<LintResult> {
  const { settings, rules } = input;
  const timer = new Timer(input.now, input.watch);
  const time = new FileTime(settings.limits.time, input.now);
  const files = await timer.time("parse", () => loadAll(input.sources, settings, timer.watch, time));
  const before = await timer.time("parse", () => loadAll(input.before ?? [], settings, timer.watch));
  const context = await timer.time("parse", () => involvedOf(input, files, before));
  const around = await timer.time("parse", () => loadAll(context, settings, timer.watch));

  const hasContext = input.context !== undefined;
  const kustomizations = await timer.time("parse", () => loadAll(input.kustomizations ?? [], settings, timer.watch));
  const definitions = await timer.time("parse", () => loadAll(input.definitions ?? [], settings, timer.watch));
  const everything = [...files, ...around, ...kustomizations];
  const mine = isPart(input) ? pathsOf([...files, ...before]) : undefined;
  const scopes = await timer.time("graph", () => scopesOf(everything, { settings, context: hasContext, asked: mine }));
  const fragments = new Map(scopes.fragments.map(({ resource, reason }) => [resource, reason]));
  const judge = await timer.time("schema", () =>
    loadJudge(files, [...everything, ...definitions], { settings, time, fragments, roots: scopes.roots }),
  );
  const judged = timer.each("schema", files, file => validateFile(file, judge));
  const overrides = new Overrides(settings, rules);
  const active = activeRules(rules, settings, overrides);
  const patches = new Set(scopes.fragments.map(({ resource }) => resource.file));
  const focus = mine && timer.time("rules", () => focusOn({ files, around, before, graphs: scopes.graphs, patches }));
  const situation = situationOf(settings, focus, time);
  const outcomes = timer.each("rules", scopes.graphs, graph => run(active, graph, situation));

  const problems = judged.flatMap(({ diagnostics }) => diagnostics);
  const findings = findingsOf(outcomes, problems, settings, {
    hasContext: hasContext || settings.complete,
  });
  const faults = outcomes.flatMap(outcome => outcome.faults.map(faultDiagnostic));
  const late = outcomes.flatMap(outcome => outcome.givenUp.map(resource => lateDiagnostic(resource, settings)));
  const { policies } = input;
  const ruled = await (policies &&
    timer.time("policies", async () =>
      (await import("./policies.ts")).runPolicies(policies, [...files, ...around], {
        ...{ graphs: scopes.graphs, settings, problems },
      }),
    ));
  const ours = [...problems, ...findings, ...(ruled?.found ?? [])];
  const reported = (await (input.choose ?? concerning)(ours, new Set(input.sources.map(({ path }) => path)))).concat(
    ruled?.ofPolicies ?? [],
    input.notes ?? [],
    faults,
    late,
  );

  const faulty = new Set(outcomes.flatMap(outcome => outcome.faults.map(({ rule }) => rule.id)));
  const { kept, suppressed, unmet } = timer.time("report", () =>
    suppress({
      ...{ diagnostics: reported, files, around, settings, rules, overrides, faulty },
      muted: mutedBy(outcomes, settings),
      patches,
      hasContext: hasContext || settings.complete,
      baseline: input.baseline,
    }),
  );
  const diagnostics = boundedFindings(kept, settings.limits.findings).sort(compareDiagnostics);
  const skipped = [...(input.skipped ?? []), ...judged.flatMap(file => file.skipped)].sort(compareSkipped);
  const report = reportOf(files, diagnostics, skipped, {
    suppressed,
    minor: settings.minor,
    durationMs: timer.total(),
  });
  return { report, faults: faults.length, timer, files, graphs: scopes.graphs, unmet, offered: offeredIn(outcomes) };
}

function situationOf(settings: Settings, focus: Focus | undefined, time: FileTime): Parameters<typeof run>[2] {
  return {
    time,
    minor: settings.minor,
    criticality: (workload, graph) => criticality(workload, graph, settings.critical),
    focus,
  };
}

function offeredIn(outcomes: readonly Outcome[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const { offered } of outcomes) for (const [id, count] of offered) total.set(id, (total.get(id) ?? 0) + count);
  return total;
}
