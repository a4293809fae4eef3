// Sources -> documents -> resources. What is no manifest is left out silently; what is one but cannot be judged is told in `skipped`.

import type { Diagnostic, Problem, Skipped } from "./diagnostic.ts";
import { Field } from "./field.ts";
import type { FileTime } from "./file-time.ts";
import { Resource } from "./kubernetes/resource.ts";
import type { Settings } from "./settings.ts";
import type { Watch } from "./timing.ts";
import type { Document, Source } from "./yaml/document.ts";
import { readSource } from "./yaml/documents.ts";
import type { Limits } from "./yaml/limits.ts";
import { LineIndex } from "./yaml/lines.ts";

/** One document with its source, and the resources in it (several for a List). */
export interface LoadedDocument {
  readonly file: LoadedFile;
  readonly document: Document;
  readonly root: Field;
  readonly resources: readonly Resource[];
}

export interface LoadedFile {
  readonly source: Source;
  readonly lines: LineIndex;
  readonly documents: readonly LoadedDocument[];
  readonly skipped: readonly Skipped[];
}

const documentOf = new WeakMap<Field, LoadedDocument>();

/** The document a field was read from: every field knows its root, and every root its document. */
export function originOf(field: Field): LoadedDocument | undefined {
  let root = field;
  while (root.parent !== undefined) root = root.parent;
  return documentOf.get(root);
}

/** An object made from another one (by a kustomization) shares the document and the lines of its source. */
export function adopt(root: Field, source: Resource): void {
  const document = originOf(source.root);
  let top = root;
  while (top.parent !== undefined) top = top.parent;
  if (document !== undefined) documentOf.set(top, document);
}

/** Files whose content is written for another tool, though it may look like an object. */
const OTHER_TOOLS =
  /(^|\/)(Chart|values[^/]*|requirements|helmfile|skaffold|docker-compose[^/]*|kustomizeconfig)\.ya?ml$/;

/** All files of a kind, one after the other. */
export async function loadAll(
  sources: readonly Source[],
  { limits }: Settings,
  watch: Watch,
  time?: FileTime,
): Promise<LoadedFile[]> {
  const files: LoadedFile[] = [];
  for (const source of sources) {
    watch("parse", files.length, sources.length);
    files.push(await load(source, limits, time));
  }
  return files;
}

/** Without a `time` reading takes what it takes: of a file that is not asked about, what is not read would seem to be missing. */
export async function load(source: Source, limits?: Limits, time?: FileTime): Promise<LoadedFile> {
  time?.on(source.path);
  const lines = new LineIndex(source.text);
  const documents: LoadedDocument[] = [];
  const skipped: Skipped[] = [];
  const file: LoadedFile = { source, lines, documents, skipped };
  for (const document of source.flaw === undefined
    ? await readSource(source.text, limits, () => time?.isToldUp() === true)
    : [unread(source.text, source.flaw)]) {
    const root = new Field(document.root);
    const resources = resourcesOf(source.path, document.index, root);
    const loaded: LoadedDocument = { file, document, root, resources };
    documentOf.set(root, loaded);
    documents.push(loaded);
  }
  time?.off();
  return file;
}

/** Of a file that is not read, what is wrong with it. */
function unread(text: string, flaw: Problem): Document {
  return { index: 0, start: 0, end: text.length, comments: [], problems: [flaw] };
}

/** The objects of a document: the items of a `List` and of typed lists (`DeploymentList`), as kubectl takes them apart, else the document itself. */
function resourcesOf(path: string, index: number, root: Field): Resource[] {
  const kind = root.get("kind").scalar;
  const items = root.get("items");
  if (typeof kind === "string" && kind.endsWith("List") && items.isList) {
    return items.items().flatMap(item => resourcesOf(path, index, item));
  }
  const resource = Resource.read(path, index, root);
  return resource === undefined ? [] : [resource];
}

/** Whether a document that parses is meant for the API server at all: it says one of apiVersion and kind, at least. */
export function looksLikeManifest(loaded: LoadedDocument): boolean {
  if (loaded.resources.length > 0) return true;
  if (OTHER_TOOLS.test(loaded.file.source.path)) return false;
  const has = (key: string) => loaded.root.get(key).exists;
  return (has("apiVersion") || has("kind")) && has("metadata");
}

/** The range of two offsets in a file. */
export function rangeIn(file: LoadedFile, start: number, end: number): Diagnostic["range"] {
  return { start: { ...file.lines.at(start), offset: start }, end: { ...file.lines.at(end), offset: end } };
}
