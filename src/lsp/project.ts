// One project: its files as they lie on the disk, what the editor holds in their place, and what lint says of the two together.

import { readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Diagnostic } from "../diagnostic.ts";
import { discover, roleOf, statOf } from "../discover.ts";
import { pathMatcher } from "../glob.ts";
import type { LintInput, LintResult } from "../lint.ts";
import type { LoadedFile } from "../load.ts";
import { seenFrom } from "../more-sources.ts";
import type { RunSettings } from "../run-settings.ts";
import type { Source } from "../yaml/document.ts";
import type { Home } from "./home.ts";
import { Places } from "./places.ts";

/** A file as the editor holds it. */
export interface Buffer {
  /** Absolute. */
  readonly path: string;
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly languageId: string;
}

export type Lint = (input: LintInput) => Promise<LintResult>;

/** What lint said, with the texts it read. */
export interface Linted {
  readonly project: Project;
  readonly result: LintResult;
  /** By path relative to the root. */
  readonly byFile: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly loaded: ReadonlyMap<string, LoadedFile>;
  placesIn: (file: string) => Places;
  textOf: (file: string) => string | undefined;
  /** Lints with other sources in the place of those asked about; all else is context. */
  again: (sources: readonly Source[]) => Promise<LintResult>;
}

interface Disk {
  readonly sources: ReadonlyMap<string, Source>;
  readonly kustomizations: ReadonlyMap<string, Source>;
}

export class Project {
  readonly home: Home;
  private disk: Promise<Disk> | undefined;
  private last: { readonly key: string; readonly linted: Promise<Linted | undefined> } | undefined;

  constructor(home: Home) {
    this.home = home;
  }

  /** Files changed: they are read again when next needed. */
  forget(): void {
    this.disk = undefined;
    this.last = undefined;
  }

  fileOf(path: string): string {
    return relative(this.home.root, path).split(sep).join("/");
  }

  pathOf(file: string): string {
    return join(this.home.root, file);
  }

  /** What is to be said with these buffers open; undefined without readable settings. */
  lint(buffers: readonly Buffer[], lint: Lint): Promise<Linted | undefined> {
    const key = buffers.map(({ path, version }) => `${version} ${path}`).join("\n");
    if (this.last?.key === key) return this.last.linted;
    const linted = this.work(buffers, lint);
    this.last = { key, linted };
    // A fault is no result: the next one who asks may have more luck.
    linted.catch(() => {
      if (this.last?.linted === linted) this.last = undefined;
    });
    return linted;
  }

  private async work(buffers: readonly Buffer[], lint: Lint): Promise<Linted | undefined> {
    const { run } = this.home;
    if (run === undefined) return undefined;
    this.disk ??= this.read(run, buffers);
    const disk = await this.disk;
    const open = new Map(buffers.map(({ path, text }) => [this.fileOf(path), text]));
    const overlaid = [...disk.kustomizations.values()].map(source => withText(source, open));
    const isAsked = askedBy(run);
    const asked = buffers.filter(buffer => isAsked(this.fileOf(buffer.path), buffer)).map(sourceIn(this));
    const others = buffers
      .filter(buffer => roleOf(buffer.path) === "kustomization" && !disk.kustomizations.has(this.fileOf(buffer.path)))
      .map(sourceIn(this));
    const kustomizations = [...overlaid, ...others];
    const own = await this.ownPolicies(run, open);
    const inputOf = (sources: readonly Source[]): LintInput => {
      const paths = new Set(sources.map(({ path }) => path));
      const around = new Map([...disk.sources].map(([path, source]) => [path, withText(source, open)]));
      for (const source of asked) around.set(source.path, source);
      const context = [...around.values()].filter(({ path }) => !paths.has(path));
      return { sources, context, kustomizations, settings: run.settings, rules: run.rules, ...own.input };
    };
    const textOf = (file: string) =>
      open.get(file) ?? disk.sources.get(file)?.text ?? disk.kustomizations.get(file)?.text ?? own.texts.get(file);
    const result = await lint(inputOf(asked));
    return {
      project: this,
      result,
      byFile: grouped(result.report.diagnostics),
      loaded: new Map(result.files.map(file => [file.source.path, file])),
      placesIn: placesOf(textOf, file => open.has(file)),
      textOf,
      again: sources => lint(inputOf(sources)),
    };
  }

  /** The policies of the project, and the texts in which something may be wrong with them. */
  private async ownPolicies(
    { policies, settings }: RunSettings,
    open: ReadonlyMap<string, string>,
  ): Promise<{ input: Pick<LintInput, "policies" | "notes">; texts: ReadonlyMap<string, string> }> {
    if (policies === undefined) return { input: {}, texts: new Map() };
    const { root } = this.home;
    const { ofSettings } = await import("../policies.ts");
    const { textsIn } = await import("../policy/own.ts");
    const sources = seenFrom(root, policies.sources).map(source => withText(source, open));
    return {
      input: { policies: sources, notes: await ofSettings(policies, root, settings) },
      texts: textsIn(policies, root),
    };
  }

  /** The project's files, as the command line finds them around an input. */
  private async read(run: RunSettings, buffers: readonly Buffer[]): Promise<Disk> {
    const { root, tree, isRepository } = this.home;
    const request = {
      cwd: root,
      configRoot: root,
      stdin: () => "",
      exclude: run.exclude,
      maxFileSize: run.settings.limits.size,
    };
    // Standard input and a directory as its context is how the command line is asked for a repository's files alone.
    if (isRepository && tree !== undefined) return diskOf(await discover({ ...request, paths: ["-"], context: tree }));
    if (tree !== undefined) return diskOf(await discover({ ...request, paths: [tree], context: false }));
    const paths = [...new Set(buffers.map(({ path }) => dirname(path)))].flatMap(filesIn);
    return paths.length === 0
      ? { sources: new Map(), kustomizations: new Map() }
      : diskOf(await discover({ ...request, paths, context: false }));
  }
}

/** What lies in a directory itself; nothing where it is not there. */
function filesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
      .map(name => join(directory, name))
      .filter(path => ["manifest", "kustomization"].includes(roleOf(path)) && statOf(path)?.isFile() === true);
  } catch {
    return [];
  }
}

function diskOf({ sources, context = [], kustomizations }: Awaited<ReturnType<typeof discover>>): Disk {
  const named = (list: readonly Source[]) => new Map(list.map(source => [source.path, source]));
  // The empty standard input is no file.
  const files = [...sources, ...context].filter(({ path }) => path !== "<stdin>");
  return { sources: named(files), kustomizations: named(kustomizations) };
}

/** Which open files diagnostics are shown for: manifests that the configuration neither excludes nor leaves out, and no templates of a chart. */
function askedBy({ exclude, include, settings }: RunSettings): (file: string, buffer: Buffer) => boolean {
  const isExcluded = pathMatcher(exclude);
  const isIncluded = include === undefined ? () => true : pathMatcher(include);
  return (file, { path, text, languageId }) =>
    isManifest(path, languageId) &&
    !isExcluded(file) &&
    isIncluded(file) &&
    text.length <= settings.limits.size &&
    !isTemplate(path);
}

/** By its name; of other names those that the user calls YAML. */
function isManifest(path: string, languageId: string): boolean {
  if (languageId === "helm") return false;
  const role = roleOf(path);
  return role === "manifest" || (role === "other" && languageId === "yaml" && !/\.json$/i.test(path));
}

/** Below the `templates` directory of a chart, where YAML is not yet YAML. */
function isTemplate(path: string): boolean {
  for (let at = dirname(path); at !== dirname(at); at = dirname(at)) {
    const above = dirname(at);
    if (at.slice(above.length).replace(/^[/\\]/, "") === "templates" && statOf(join(above, "Chart.yaml")) !== undefined)
      return true;
  }
  return false;
}

function sourceIn(project: Project): (buffer: Buffer) => Source {
  return ({ path, text }) => ({ path: project.fileOf(path), text });
}

function withText(source: Source, open: ReadonlyMap<string, string>): Source {
  const text = open.get(source.path);
  return text === undefined ? source : { path: source.path, text };
}

function grouped(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const group = groups.get(diagnostic.file);
    if (group === undefined) groups.set(diagnostic.file, [diagnostic]);
    else group.push(diagnostic);
  }
  return groups;
}

function placesOf(
  textOf: (file: string) => string | undefined,
  isOpen: (file: string) => boolean,
): (file: string) => Places {
  const known = new Map<string, Places>();
  return file => {
    const places = known.get(file) ?? new Places(textOf(file) ?? "", isOpen(file));
    known.set(file, places);
    return places;
  };
}
