// Of a large project around a few files: what need not be read, and which objects can be involved in a finding that touches the files.
// An object is if it stands in the same directory, above or below it, in the same kustomization, or if its file mentions a name or a
// label that the asked files use. Left out are only guesses at far objects that share no word with the asked ones: "did you mean".

import type { Diagnostic } from "./diagnostic.ts";
import type { Graph } from "./graph/graph.ts";
import { directoryOf } from "./graph/place-list.ts";
import type { Resource } from "./kubernetes/resource.ts";
import type { LintInput } from "./lint.ts";
import type { LoadedFile } from "./load.ts";
import type { Source } from "./yaml/document.ts";
import type { Node } from "./yaml/node.ts";

/** Whether a rule is shown an object. */
export type Focus = (resource: Resource) => boolean;

/** Of fewer files around the input, every object is looked at. */
const FOCUS_FROM = 200;

/** Whether only a part of the project's objects is to be shown to rules. */
export function isPart({ context = [], isWhole }: Partial<Pick<LintInput, "context" | "isWhole">>): boolean {
  return context.length >= FOCUS_FROM && isWhole !== true;
}

export function pathsOf(files: readonly LoadedFile[]): Set<string> {
  return new Set(files.map(({ source }) => source.path));
}

/** A diagnostic is reported when it, or a place related to it, lies in a file the user asked about. */
export function concerns(diagnostic: Diagnostic, asked: ReadonlySet<string>): boolean {
  return asked.has(diagnostic.file) || diagnostic.related.some(({ file }) => asked.has(file));
}

export async function concerning(all: readonly Diagnostic[], asked: ReadonlySet<string>): Promise<Diagnostic[]> {
  return all.filter(diagnostic => concerns(diagnostic, asked));
}

/** With more names than this in the asked files, looking for them in all others costs more than it saves. */
const MOST_NAMES = 64;

/**
 * CustomResourceDefinitions are the longest manifests of all, and matter only to custom resources, to definitions, and to a Service that
 * converts between their versions: where none of these is asked about, files of nothing else are not read.
 */
export function withoutDefinitions(context: readonly Source[], asked: readonly Source[]): readonly Source[] {
  const texts = asked.map(({ text }) => text);
  if (texts.some(text => text.includes(DEFINITION))) return context;
  const groups = new Set(
    texts.flatMap(text =>
      [...text.matchAll(/\bapiVersion["']?\s*:\s*["']?([\w.-]+)\//g)].map(([, group = ""]) => group),
    ),
  );
  return context.map(source => (isIrrelevant(source.text, groups) ? { ...source, text: "" } : source));
}

const DEFINITION = "CustomResourceDefinition";

function isIrrelevant(text: string, groups: ReadonlySet<string>): boolean {
  if (!text.includes(DEFINITION) || text.includes("clientConfig")) return false;
  const kinds = text.match(/^kind:.*$/gm) ?? [];
  if (kinds.length === 0 || !kinds.every(kind => kind.slice(5).replace(/["'\s]|#.*$/g, "") === DEFINITION))
    return false;
  for (const group of groups) if (text.includes(group)) return false;
  return true;
}

export interface Around {
  readonly files: readonly LoadedFile[];
  readonly around: readonly LoadedFile[];
  /** The asked files as they were before a change. */
  readonly before: readonly LoadedFile[];
  readonly graphs: readonly Graph[];
  /** Files of patches: what they change stands elsewhere. */
  readonly patches: ReadonlySet<string>;
}

/** Undefined: every object may be involved. */
export function focusOn({ files, around, before, graphs, patches }: Around): Focus | undefined {
  const asked = pathsOf([...files, ...before]);
  if ([...asked].some(path => patches.has(path))) return undefined;
  const names = namesIn([...files, ...before]);
  if (names.length > MOST_NAMES) return undefined;
  const near = new Set(asked);
  const directories = [...new Set([...asked].map(directoryOf))];
  for (const { source } of around) {
    if (directories.some(directory => isInLine(directory, directoryOf(source.path))) || mentions(source.text, names))
      near.add(source.path);
  }
  for (const { name, resources } of graphs) {
    if (name === "" || !resources.some(({ file }) => asked.has(file))) continue;
    for (const { file } of resources) near.add(file);
  }
  return resource => near.has(resource.file);
}

/** Of two directories one lies in the other, or they are the same. The project's root is above all and tells nothing. */
function isInLine(one: string, other: string): boolean {
  if (one === other) return true;
  const [above, below] = one.length < other.length ? [one, other] : [other, one];
  return above !== "" && below.startsWith(`${above}/`);
}

function mentions(text: string, names: readonly string[]): boolean {
  return names.some(name => text.includes(name));
}

/** The names and labels that tie the objects of some files to others. One that contains another is found with it. */
function namesIn(files: readonly LoadedFile[]): string[] {
  const names = new Set<string>();
  for (const { documents } of files)
    for (const { document } of documents) if (document.root !== undefined) collect(document.root, names);
  const sorted = [...names].sort((a, b) => a.length - b.length);
  const kept: string[] = [];
  for (const name of sorted.slice(0, 4 * MOST_NAMES))
    if (!kept.some(shorter => name.includes(shorter))) kept.push(name);
  return kept;
}

/** Maps of labels, whose values are names. */
const LABELS = /^(labels|matchLabels|selector|podSelector|namespaceSelector)$/;
/** Below these keys, names mean something within the object. */
const INNER = /^(annotations|ports|volumeMounts|data|stringData|resources)$/;
/** Items of these lists have a name for the object's own use, and may refer to others further down. */
const NAMED_WITHIN = /^(env|volumes|containers|initContainers)$/;

function collect(node: Node, names: Set<string>, isNamedWithin = false): void {
  if (node.kind === "list") for (const item of node.items) collect(item, names, isNamedWithin);
  if (node.kind !== "map") return;
  for (const { key, value } of node.entries) {
    const name = String(key.value);
    if (INNER.test(name)) continue;
    if (value.kind === "scalar") {
      if (/(^n|N)ame$/.test(name) && !(isNamedWithin && name === "name")) take(value.value, names);
    } else if (value.kind === "map" && LABELS.test(name)) {
      for (const { value: label } of value.entries) if (label.kind === "scalar") take(label.value, names);
      collect(value, names);
    } else collect(value, names, NAMED_WITHIN.test(name));
  }
}

function take(value: unknown, names: Set<string>): void {
  if (typeof value !== "string" || value.length < 3 || value === "true" || value === "false") return;
  // Without its end, a long name is found where the other side has it without a typing error, or with one.
  names.add(value.length < 6 ? value : value.slice(0, Math.ceil(value.length * 0.75)));
}
