// What is open, what is known about it, and when it is worked out anew. Every change counts one revision up; what was found out for an
// older one is never shown to anybody.

import type { ConfigError } from "../config.ts";
import { roleOf } from "../discover.ts";
import { type Home, type HomeRequest, Homes, isWithin } from "./home.ts";
import { type Buffer, type Lint, type Linted, Project } from "./project.ts";

export interface SessionOptions extends HomeRequest {
  readonly lint: Lint;
  readonly folders: () => readonly string[];
  readonly buffers: () => readonly Buffer[];
  readonly onFault: (error: unknown) => void;
}

/** The state of all projects at one revision. */
export interface View {
  readonly projects: readonly ProjectView[];
  /** Configurations with mistakes, by path. */
  readonly mistakes: ReadonlyMap<string, ConfigError>;
}

export interface ProjectView {
  readonly project: Project;
  /** All open files of the project, manifests or not. */
  readonly buffers: readonly Buffer[];
  /** Undefined when lint failed, or has no settings. */
  readonly linted: Linted | undefined;
  readonly isFaulty: boolean;
}

export class Session {
  private readonly options: SessionOptions;
  private readonly homes: Homes;
  private readonly projects = new Map<string, Project>();
  private revision = 0;
  private seen: { readonly revision: number; readonly view: Promise<View> } | undefined;

  constructor(options: SessionOptions) {
    this.options = options;
    this.homes = new Homes(options);
  }

  /** A buffer has another text. */
  edited(path: string): void {
    this.revision++;
    if (this.isConfiguration(path)) this.homes.forget();
  }

  /** Files on the disk may be others than before: those below the paths' projects are read again. */
  moved(paths: readonly string[]): void {
    this.revision++;
    this.homes.forget();
    for (const project of this.projects.values())
      if (paths.some(path => isWithin(path, project.home.root))) project.forget();
  }

  isConfiguration(path: string): boolean {
    return roleOf(path) === "configuration" || this.homes.configurations.has(path);
  }

  /** What is known of the state of this very moment. */
  async current(): Promise<View> {
    for (;;) {
      const { revision } = this;
      if (this.seen?.revision !== revision) this.seen = { revision, view: this.look() };
      const view = await this.seen.view;
      if (this.revision === revision) return view;
    }
  }

  /** The open file of that path, with its project. */
  async find(path: string): Promise<(ProjectView & { readonly file: string }) | undefined> {
    const { projects } = await this.current();
    const view = projects.find(({ buffers }) => buffers.some(buffer => buffer.path === path));
    return view === undefined ? undefined : { ...view, file: view.project.fileOf(path) };
  }

  private async look(): Promise<View> {
    const groups = new Map<string, { project: Project; buffers: Buffer[] }>();
    const mistakes = new Map<string, ConfigError>();
    const buffers = [...this.options.buffers()].sort((a, b) => (a.path < b.path ? -1 : 1));
    const texts = new Map(buffers.map(({ path, text }) => [path, text]));
    const folders = this.options.folders();
    for (const buffer of buffers) {
      const home = await this.homeOf(buffer, folders, texts);
      if (home === undefined) continue;
      if (home.mistake !== undefined) mistakes.set(home.mistake.path, home.mistake);
      const { key } = home;
      const project = this.projects.get(key) ?? new Project(home);
      this.projects.set(key, project);
      const group = groups.get(key) ?? { project, buffers: [] };
      groups.set(key, group);
      group.buffers.push(buffer);
    }
    // What no open file belongs to is forgotten, with all that was read for it.
    for (const key of this.projects.keys()) if (!groups.has(key)) this.projects.delete(key);
    const projects: ProjectView[] = [];
    for (const group of groups.values()) projects.push({ ...group, ...(await this.lint(group)) });
    return { projects, mistakes };
  }

  /** Undefined after a fault: nothing is known of the file then. */
  private async homeOf(
    { path }: Buffer,
    folders: readonly string[],
    texts: ReadonlyMap<string, string>,
  ): Promise<Home | undefined> {
    try {
      return await this.homes.of(path, folders, other => texts.get(other));
    } catch (error) {
      this.options.onFault(error);
      return undefined;
    }
  }

  private async lint({
    project,
    buffers,
  }: {
    project: Project;
    buffers: readonly Buffer[];
  }): Promise<Pick<ProjectView, "linted" | "isFaulty">> {
    const { lint, onFault } = this.options;
    try {
      return { linted: await project.lint(buffers, lint), isFaulty: false };
    } catch (error) {
      onFault(error);
      return { linted: undefined, isFaulty: true };
    }
  }
}
