// What is wrong with ignore comments and annotations themselves: the unused, the unexplained, and those that name nothing.

import type { Diagnostic, Edit } from "./diagnostic.ts";
import { fingerprintOf } from "./digest.ts";
import { rangeIn } from "./load.ts";
import { urlOf } from "./locate.ts";
import { nearestTo } from "./nearest.ts";
import type { Place } from "./place.ts";
import type { Ignore, NamedRule } from "./suppress-ignore.ts";

export interface Judgement {
  /** All rules, running or not. */
  readonly ids: ReadonlySet<string>;
  /** Whether a diagnostic of this rule would have been reported in this file. */
  readonly couldBeReported: (ruleId: string, file: string) => boolean;
  readonly isUsed: (ignore: Ignore, rule: NamedRule) => boolean;
}

/** Diagnostics of `ignore-unused`: nothing is ignored, for whatever reason. */
export function unused(ignore: Ignore, { ids, couldBeReported, isUsed }: Judgement): Diagnostic[] {
  if (ignore.flaw !== undefined) return [diagnostic("ignore-unused", ignore, ignore, { message: ignore.flaw })];
  const unknown = ignore.rules.filter(({ id }) => !ids.has(id)).map(rule => unknownRule(ignore, rule, ids));
  const idle = ignore.rules.filter(
    rule => ids.has(rule.id) && couldBeReported(rule.id, ignore.file.source.path) && !isUsed(ignore, rule),
  );
  return [...unknown, ...(idle.length === 0 ? [] : [idleRules(ignore, idle)])];
}

/** Diagnostics of `ignore-unexplained`. */
export function unexplained(ignore: Ignore): Diagnostic[] {
  if (ignore.reason !== undefined || ignore.flaw !== undefined) return [];
  const isComment = ignore.by === "comment";
  return [
    diagnostic("ignore-unexplained", ignore, ignore, {
      message: `this ${ignore.by} gives no reason`,
      help: isComment ? "write it behind two dashes: `-- reason`" : "write it as the annotation's value",
    }),
  ];
}

function unknownRule(ignore: Ignore, rule: NamedRule, ids: ReadonlySet<string>): Diagnostic {
  const near = nearestTo(rule.id, ids);
  const place = ignore.by === "comment" ? rule : ignore;
  const end = rule.end;
  return diagnostic("ignore-unused", ignore, place, {
    message: `no rule is called "${rule.id}"${near === undefined ? "" : `; did you mean "${near}"?`}`,
    help: `this ${ignore.by} ignores nothing; \`kprobe-lint rules\` lists the rules`,
    ...(near === undefined || ignore.by === "annotation"
      ? {}
      : { fix: { title: `write ${near}`, safety: "unsafe", edits: [{ start: rule.start, end, text: near }] } }),
  });
}

function idleRules(ignore: Ignore, idle: readonly NamedRule[]): Diagnostic {
  const names = idle.map(({ id }) => `"${id}"`).join(" and ");
  const isWhole = idle.length === ignore.rules.length;
  const [first, last] = [idle[0], idle.at(-1)];
  const place = isWhole || first === undefined || last === undefined ? ignore : { start: first.start, end: last.end };
  const edits = isWhole ? ignore.remove() : ignore.removeRules(idle);
  return diagnostic("ignore-unused", ignore, place, {
    message: `${names} ${idle.length === 1 ? "finds" : "find"} nothing here, so this ${ignore.by} ignores nothing${isWhole ? "" : " by that"}`,
    ...(edits === undefined
      ? {}
      : { fix: { title: isWhole ? `remove the ${ignore.by}` : `remove ${names}`, safety: "safe", edits } }),
  });
}

interface Said {
  readonly message: string;
  readonly help?: string;
  readonly fix?: { readonly title: string; readonly safety: "safe" | "unsafe"; readonly edits: readonly Edit[] };
}

function diagnostic(ruleId: string, ignore: Ignore, { start, end }: Place, { message, help, fix }: Said): Diagnostic {
  const { file, document, resource } = ignore;
  const path = file.source.path;
  const namespace = resource?.namespace;
  return {
    ruleId,
    severity: "warning",
    message,
    ...(help === undefined ? {} : { help }),
    url: urlOf(ruleId),
    file: path,
    range: rangeIn(file, start, end),
    document,
    path: [],
    ...(resource === undefined
      ? {}
      : {
          resource: {
            apiVersion: resource.apiVersion,
            kind: resource.kind,
            ...(namespace === undefined ? {} : { namespace }),
            ...(resource.name === undefined ? {} : { name: resource.name }),
          },
        }),
    related: [],
    fixes: fix === undefined ? [] : [{ ...fix, edits: fix.edits.map(edit => ({ ...edit, file: path })) }],
    fingerprint: fingerprint(ruleId, ignore),
  };
}

/** Of one comment so much tells it from others. */
const MOST_TEXT = 1_000;

/** A comment has no path; file, document and text tell it from others. */
function fingerprint(ruleId: string, { file, document, start, end }: Ignore): string {
  return fingerprintOf(
    `${ruleId}\n${file.source.path}\n${document}\n${file.source.text.slice(start, Math.min(end, start + MOST_TEXT))}`,
  );
}
