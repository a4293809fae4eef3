// `# kprobe-lint-ignore rule-a, rule-b -- reason` and `# kprobe-lint-ignore-file …`: what they name, and what they cover.

import type { Edit } from "./diagnostic.ts";
import type { LoadedDocument, LoadedFile } from "./load.ts";
import { nearestTo } from "./nearest.ts";
import type { Place } from "./place.ts";
import type { Ignore, NamedRule } from "./suppress-ignore.ts";
import { governedBy } from "./yaml/comments.ts";
import type { Comment } from "./yaml/document.ts";

export const IGNORE = "kprobe-lint-ignore";
export const IGNORE_FILE = "kprobe-lint-ignore-file";
/** More than there are; every name is looked up among all rules. */
const MOST_RULES = 500;

/** The ignore comments of a file, also those that ignore nothing. `known` tells rules from other words. */
export function ignoreComments(file: LoadedFile, known: (id: string) => boolean): Ignore[] {
  if (!file.source.text.includes("kprobe-lint-")) return [];
  const places = new Places(file);
  return file.documents.flatMap(loaded =>
    loaded.document.comments.flatMap(comment => {
      const read = readComment(comment, known);
      if (read === undefined) return [];
      const covers = read.word === IGNORE_FILE ? places.wholeFile(comment, loaded) : places.governed(comment, loaded);
      return [ignoreFrom(comment, read, covers, loaded)];
    }),
  );
}

interface Read {
  readonly word: string;
  readonly rules: readonly NamedRule[];
  readonly reason: string | undefined;
  readonly flaw: string | undefined;
}

function readComment({ start, text }: Comment, known: (id: string) => boolean): Read | undefined {
  const [, blank = "", word = ""] = /^(\s*)(kprobe-lint-[\w-]+)/.exec(text) ?? [];
  if (word === "") return undefined;
  const from = start + 1 + blank.length + word.length;
  const rest = text.slice(blank.length + word.length);
  if (word !== IGNORE && word !== IGNORE_FILE) {
    const near = nearestTo(word, [IGNORE, IGNORE_FILE]) ?? (word.startsWith(`${IGNORE}-`) ? IGNORE : undefined);
    if (near === undefined) return undefined;
    const flaw = `"${word}" is no comment that ignores anything; did you mean "${near}"?`;
    return { word, rules: [], reason: undefined, flaw };
  }
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
  const reason = dashes === null ? undefined : rest.slice(dashes.index + dashes[0].length).trim() || undefined;
  const rules = namedRules(dashes === null ? rest : rest.slice(0, dashes.index), from, known);
  return { word, rules, reason, flaw: flawOf(rules) };
}

function flawOf(rules: readonly NamedRule[]): string | undefined {
  if (rules.length === 0) return "this comment names no rule, so it ignores nothing";
  if (rules.length <= MOST_RULES) return undefined;
  return `this comment names more than ${MOST_RULES} rules, so it ignores nothing; a configuration can switch them off`;
}

/** Names separated by commas or blanks. Words behind a rule that no comma separates are prose, if the first of them is no rule. */
function namedRules(text: string, from: number, known: (id: string) => boolean): NamedRule[] {
  const rules: NamedRule[] = [];
  let isSeparated = true;
  for (const match of text.matchAll(/,|[^\s,:]+/g)) {
    const [id] = match;
    if (id === ",") isSeparated = true;
    else if (isSeparated || known(id)) {
      const start = from + match.index;
      rules.push({ id, start, end: start + id.length });
      isSeparated = false;
    } else break;
  }
  return rules;
}

/** Where comments of one file reach. */
class Places {
  private readonly file: LoadedFile;

  constructor(file: LoadedFile) {
    this.file = file;
  }

  /** The whole file, from a comment above all of its YAML. */
  wholeFile(comment: Comment, loaded: LoadedDocument): Place | string {
    const before = this.file.documents.slice(0, this.file.documents.indexOf(loaded));
    const { root } = loaded.document;
    const isTop = before.every(isEmpty) && (root === undefined || comment.end <= root.start);
    if (isTop) return { start: 0, end: this.file.source.text.length };
    return "this comment stands below the first line of YAML, so it ignores nothing; it belongs at the top of the file";
  }

  /** The node behind a comment on a line of its own; the line of any other. Above or behind a `---` the comment speaks of what follows that. */
  governed(comment: Comment, loaded: LoadedDocument): Place | string {
    const { document } = loaded;
    const isMarker = comment.start < document.start;
    if (isMarker && document.root !== undefined) return document.root;
    if (comment.ownLine && document.root === undefined) {
      // Of a document that does not parse nobody knows what follows.
      if (!isEmpty(loaded)) return { start: comment.end, end: document.end };
      const next = this.file.documents[this.file.documents.indexOf(loaded) + 1]?.document.root;
      if (next !== undefined) return next;
    }
    return governedBy(document, comment, this.file.lines) ?? "nothing follows this comment that it could cover";
  }
}

function isEmpty({ document }: LoadedDocument): boolean {
  return document.root === undefined && document.problems.length === 0;
}

function ignoreFrom(comment: Comment, read: Read, covers: Place | string, loaded: LoadedDocument): Ignore {
  const { file } = loaded;
  const { start, end } = comment;
  const { rules, reason } = read;
  return {
    by: "comment",
    file,
    document: loaded.document.index,
    start,
    end,
    rules,
    reason,
    covers: typeof covers === "string" ? undefined : covers,
    flaw: read.flaw ?? (typeof covers === "string" ? covers : undefined),
    resource: undefined,
    remove: () => removeComment(comment, file.source.text),
    removeRules: some => removeRules(some, rules, file.source.text),
  };
}

/** With its line, if nothing else stands there, else with the blanks before it. */
function removeComment({ start, end, ownLine }: Comment, text: string): Edit[] {
  if (ownLine) {
    const from = text.lastIndexOf("\n", start - 1) + 1;
    const next = text.indexOf("\n", end);
    return [{ start: from, end: next === -1 ? text.length : next + 1, text: "" }];
  }
  let from = start;
  while (from > 0 && (text[from - 1] === " " || text[from - 1] === "\t")) from--;
  return [{ start: from, end, text: "" }];
}

/** Each with the comma behind it, the last with the one before. */
function removeRules(some: readonly NamedRule[], all: readonly NamedRule[], text: string): Edit[] {
  const kept = all.filter(rule => !some.includes(rule));
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  const written = kept.map(({ start, end }) => text.slice(start, end)).join(", ");
  return [{ start: first.start, end: last.end, text: written }];
}
