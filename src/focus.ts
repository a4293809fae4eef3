// Of a large project around a few files: what need not be read, and which objects can be involved in a finding that touches the files.
// An object is if it stands in the same directory, above or below it, in the same kustomization, or if its file mentions a name or a
// label that the asked files use. Left out are only guesses at far objects that share no word with the asked ones: "did you mean".

import type { Diagnostic } from "./diagnostic.ts";
import type { Graph } from "./graph/graph.ts";
import { directoryOf, isInLine } from "./graph/place-list.ts";
import type { Resource } from "./kubernetes/resource.ts";
import type { LintInput } from "./lint.ts";
import type { LoadedFile } from "./load.ts";
import { tiesOf } from "./ties.ts";
import type { Source } from "./yaml/document.ts";

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

/**
 * CustomResourceDefinitions are the longest manifests of all, and matter only to custom resources, to definitions, and to a Service that
 * converts between their versions: where none of these is asked about, they are not read.
 */
export function withoutDefinitions(context: readonly Source[], asked: readonly Source[]): readonly Source[] {
  const texts = asked.map(({ text }) => text);
  if (texts.some(text => text.includes(DEFINITION))) return context;
  const groups = texts.flatMap(text =>
    [...text.matchAll(/\bapiVersion["']?\s*:\s*["']?([\w.-]+)\//g)].map(([, group = ""]) => group),
  );
  return context.map(source => {
    const { text } = source;
    if (!text.includes(DEFINITION) || text.includes("clientConfig")) return source;
    return { ...source, text: blankedDefinitions(text, [...new Set(groups)]) };
  });
}

const DEFINITION = "CustomResourceDefinition";
const IS_DEFINITION = /^kind:[ \t]*["']?CustomResourceDefinition["']?[ \t]*(#.*)?$/m;

/** The text with blanks where definitions stood, so that everything else keeps its place; empty where nothing else is left. */
function blankedDefinitions(text: string, groups: readonly string[]): string {
  const parts: string[] = [];
  let isEmpty = true;
  for (let start = 0, end = 0; start < text.length; start = end) {
    const next = text.indexOf("\n---", start);
    end = next < 0 ? text.length : next + 4;
    const part = text.slice(start, next < 0 ? end : next);
    const isLeftOut = IS_DEFINITION.test(part) && !groups.some(group => part.includes(group));
    parts.push(isLeftOut ? blanked(part) : part, text.slice(start + part.length, end));
    isEmpty &&= isLeftOut || !/[^\s#-]/.test(part);
  }
  return isEmpty ? "" : parts.join("");
}

function blanked(text: string): string {
  return text.replace(/[^\n]+/g, line => " ".repeat(line.length));
}

/** What of the project is to be read. Policies may look at any object. */
export async function involvedOf(
  input: LintInput,
  files: readonly LoadedFile[],
  before: readonly LoadedFile[],
): Promise<readonly Source[]> {
  const context = withoutDefinitions(input.context ?? [], input.sources);
  if (!isPart(input) || input.policies !== undefined) return context;
  const { withoutUninvolved } = await import("./uninvolved.ts");
  return withoutUninvolved(context, {
    ...{ files, before, kustomizations: input.kustomizations ?? [] },
    namespace: input.settings.namespace,
  });
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
  const ties = tiesOf([...files, ...before]);
  if (ties === undefined) return undefined;
  const near = new Set(asked);
  const directories = [...new Set([...asked].map(directoryOf))];
  for (const { source } of around) {
    if (
      directories.some(directory => isInLine(directory, directoryOf(source.path))) ||
      mentions(source.text, ties.words)
    )
      near.add(source.path);
  }
  for (const { name, resources } of graphs) {
    if (name === "" || !resources.some(({ file }) => asked.has(file))) continue;
    for (const { file } of resources) near.add(file);
  }
  return resource => near.has(resource.file);
}

function mentions(text: string, words: readonly string[]): boolean {
  return words.some(word => text.includes(word));
}
