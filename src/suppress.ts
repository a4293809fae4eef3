// Which diagnostics are not to be reported: by the configuration's overrides, by comments and annotations, by the baseline. A comment
// or an annotation counts where the diagnostic itself stands; one at a related place is somebody else's.

import { type Baseline, type BaselineEntry, markKnown } from "./baseline.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { LoadedFile } from "./load.ts";
import { isUnread } from "./merge.ts";
import type { Overrides } from "./overrides.ts";
import { Owners } from "./owner.ts";
import type { AnyRule } from "./rule.ts";
import { givenSeverity, isActive, isActiveId, type Settings } from "./settings.ts";
import { ignoreAnnotations } from "./suppress-annotations.ts";
import { ignoreComments } from "./suppress-comments.ts";
import type { Ignore, NamedRule } from "./suppress-ignore.ts";
import { type Judgement, unexplained, unused } from "./suppress-report.ts";

export interface SuppressInput {
  readonly diagnostics: readonly Diagnostic[];
  /** What the user asked about: only there are ignores themselves judged. */
  readonly files: readonly LoadedFile[];
  /** What else diagnostics may stand in. */
  readonly around: readonly LoadedFile[];
  readonly settings: Settings;
  readonly rules: readonly AnyRule[];
  readonly overrides: Overrides;
  readonly hasContext: boolean;
  /** Rules that failed somewhere: whether their ignores are used is not known. */
  readonly faulty: ReadonlySet<string>;
  /** Rule and file, `id path`, of what only a stricter preset would report. */
  readonly muted: ReadonlySet<string>;
  /** Files of patches: what is found through them is reported where the patched object stands. */
  readonly patches: ReadonlySet<string>;
  readonly baseline?: Baseline | undefined;
}

export interface Suppressed {
  /** With `includeSuppressed` all of them, the suppressed ones marked. */
  readonly kept: Diagnostic[];
  readonly suppressed: number;
  /** Entries of the baseline that nothing met. */
  readonly unmet: readonly BaselineEntry[];
}

export function suppress(input: SuppressInput): Suppressed {
  const { settings, overrides, baseline } = input;
  const files = new Map([...input.around, ...input.files].map(file => [file.source.path, file]));
  const owners = new Owners(files);
  const settled = overrides.apply(input.diagnostics, owners);
  const seen = settings.inlineIgnore ? withIgnores(settled, input, { files, owners }) : settled;
  const { diagnostics, unmet } = baseline === undefined ? { diagnostics: seen, unmet: [] } : markKnown(seen, baseline);
  const open = diagnostics.filter(({ suppressed }) => suppressed === undefined);
  return {
    kept: settings.includeSuppressed ? [...diagnostics] : open,
    suppressed: diagnostics.length - open.length,
    unmet,
  };
}

/** The diagnostics, the ignored ones marked, and what is to be said of the ignores themselves. */
function withIgnores(
  diagnostics: readonly Diagnostic[],
  input: SuppressInput,
  { files, owners }: { files: ReadonlyMap<string, LoadedFile>; owners: Owners },
): Diagnostic[] {
  const { settings, overrides } = input;
  const named = input.rules.flatMap(({ id, formerly = [] }) => [id, ...formerly]);
  const ids = new Set([...named, ...diagnostics.map(({ ruleId }) => ruleId)]);
  const concerned = new Set([...input.files.map(({ source }) => source.path), ...diagnostics.map(({ file }) => file)]);
  const ignores = [...concerned].flatMap(path => {
    const file = files.get(path);
    return file === undefined ? [] : [...ignoreComments(file, id => ids.has(id)), ...ignoreAnnotations(file, settings)];
  });
  if (ignores.length === 0) return [...diagnostics];
  const matcher = new Matcher(ignores, input.rules);
  const marked = diagnostics.map(diagnostic => matcher.mark(diagnostic));
  const own = ofIgnores(ignores, marked, { ...input, ids, matcher });
  const settledOwn = overrides.apply(own, owners).map(diagnostic => matcher.mark(diagnostic));
  return [...marked, ...settledOwn];
}

function ofIgnores(
  ignores: readonly Ignore[],
  diagnostics: readonly Diagnostic[],
  input: SuppressInput & { ids: ReadonlySet<string>; matcher: Matcher },
): Diagnostic[] {
  const { settings } = input;
  const asked = new Set(input.files.map(({ source }) => source.path));
  const judged = ignores.filter(({ file }) => asked.has(file.source.path));
  const judgement: Judgement = {
    ids: input.ids,
    isUsed: (_ignore, rule) => input.matcher.used.has(rule),
    couldBeReported: couldBeReported(diagnostics, input),
  };
  const wantsUnused = settings.reportUnused && isActiveId("ignore-unused", settings);
  const found = [
    ...(wantsUnused ? judged.flatMap(ignore => unused(ignore, judgement)) : []),
    ...(wantsReasons(settings) ? judged.flatMap(unexplained) : []),
  ];
  return found.map(diagnostic => ({
    ...diagnostic,
    severity: givenSeverity(diagnostic.ruleId, settings) ?? diagnostic.severity,
  }));
}

/** In the strict preset, or when somebody asks for it. */
function wantsReasons(settings: Settings): boolean {
  const id = "ignore-unexplained";
  if (!isActiveId(id, settings)) return false;
  const isAsked = settings.select.includes(id) || givenSeverity(id, settings) !== undefined;
  return settings.requireReason || settings.preset !== "recommended" || isAsked;
}

/** An ignore is unused only if its rule had a chance to find something in that file. */
function couldBeReported(
  diagnostics: readonly Diagnostic[],
  { rules, settings, hasContext, faulty, muted, patches }: SuppressInput,
): Judgement["couldBeReported"] {
  const broken = diagnostics.filter(isUnread).map(({ file }) => file);
  const brokenFiles = new Set(broken);
  const brokenFolders = new Set(broken.map(folderOf));
  const byId = new Map(rules.flatMap(rule => [rule.id, ...(rule.formerly ?? [])].map(id => [id, rule] as const)));
  return (ruleId, file) => {
    const rule = byId.get(ruleId);
    if (rule === undefined || !isActive(rule, settings) || OF_IGNORES.has(rule.id)) return false;
    if (patches.has(file) || muted.has(`${rule.id} ${file}`)) return false;
    if (faulty.has(rule.id) || (brokenFiles.has(file) && rule.id !== "yaml-syntax")) return false;
    return rule.absence !== true || (hasContext && !brokenFolders.has(folderOf(file)));
  };
}

/** Rules about ignores, which nobody ignores one by one, but a comment for the whole file may. */
const OF_IGNORES = new Set(["ignore-unused", "ignore-unexplained", "internal-error"]);

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}

interface Cover {
  readonly start: number;
  readonly end: number;
  readonly ignore: Ignore;
  readonly rule: NamedRule;
}

/** Ranges that lie in each other or beside each other. */
class Covers {
  private readonly covers: readonly Cover[];
  /** The furthest end of all covers up to each one. */
  private readonly reach: readonly number[];

  constructor(covers: readonly Cover[]) {
    this.covers = [...covers].sort((a, b) => a.start - b.start);
    let furthest = -1;
    this.reach = this.covers.map(({ end }) => {
      furthest = Math.max(furthest, end);
      return furthest;
    });
  }

  at(offset: number): Cover[] {
    let low = 0;
    let high = this.covers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.covers[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const found: Cover[] = [];
    for (let index = low - 1; index >= 0 && (this.reach[index] ?? -1) >= offset; index--) {
      const cover = this.covers[index];
      if (cover !== undefined && cover.end >= offset) found.push(cover);
    }
    return found.reverse();
  }
}

/** Pairs diagnostics with the ignores that cover them. */
class Matcher {
  readonly used = new Set<NamedRule>();
  private readonly covers = new Map<string, Covers>();

  constructor(ignores: readonly Ignore[], rules: readonly AnyRule[]) {
    const lists = new Map<string, Cover[]>();
    const present = new Map(rules.flatMap(({ id, formerly = [] }) => formerly.map(old => [old, id] as const)));
    for (const ignore of ignores) {
      if (ignore.covers === undefined) continue;
      for (const rule of ignore.rules) {
        const key = `${present.get(rule.id) ?? rule.id} ${ignore.file.source.path}`;
        const covers = lists.get(key) ?? [];
        lists.set(key, covers);
        covers.push({ ...ignore.covers, ignore, rule });
      }
    }
    for (const [key, covers] of lists) this.covers.set(key, new Covers(covers));
  }

  mark(diagnostic: Diagnostic): Diagnostic {
    if (diagnostic.suppressed !== undefined) return diagnostic;
    const { offset } = diagnostic.range.start;
    const found = this.covers.get(`${diagnostic.ruleId} ${diagnostic.file}`)?.at(offset) ?? [];
    for (const { rule } of found) this.used.add(rule);
    const [first] = found;
    if (first === undefined) return diagnostic;
    const { by, reason } = first.ignore;
    return { ...diagnostic, suppressed: { by, ...(reason === undefined ? {} : { reason }) } };
  }
}
