// Which project a file belongs to, and with which settings: the directory of the configuration upward, else the repository, else the
// editor's folder, else the file's own directory. The command line looks in the same places.

import { dirname, join, sep } from "node:path";
import { CONFIG_NAMES, ConfigError } from "../config.ts";
import { gitRootOf } from "../discover.ts";
import type { Environment } from "../main.ts";
import { type Arguments, UsageError } from "../options.ts";
import type { AnyRule } from "../rule.ts";
import { type RunSettings, runSettings } from "../run-settings.ts";

export interface Home {
  /** Absolute; all paths of diagnostics are relative to it. */
  readonly root: string;
  /** The directory whose files are the project; undefined where only the files beside each other are. */
  readonly tree: string | undefined;
  readonly isRepository: boolean;
  /** Undefined where the configuration was never readable: then nothing is linted. */
  readonly run: RunSettings | undefined;
  /** All of this as text: homes with the same one are the same project. */
  readonly key: string;
  /** What is wrong with the configuration now; `run` is then that of before. */
  readonly mistake: ConfigError | undefined;
}

export interface HomeRequest {
  readonly args: Arguments;
  readonly environment: Environment;
  readonly rules: readonly AnyRule[];
}

/** Remembers the home of every directory until told that files changed. */
export class Homes {
  private readonly request: HomeRequest;
  private readonly known = new Map<string, Promise<Home>>();
  /** The last homes whose configuration could be read. */
  private readonly sound = new Map<string, Home>();
  /** Every configuration that was read, also those that others build on. */
  readonly configurations = new Set<string>();

  constructor(request: HomeRequest) {
    this.request = request;
  }

  forget(): void {
    this.known.clear();
  }

  /** `textOf`: what the editor holds in the place of a file. `folders` are those open in the editor. */
  of(path: string, folders: readonly string[], textOf: (path: string) => string | undefined): Promise<Home> {
    const directory = dirname(path);
    const known = this.known.get(directory);
    if (known !== undefined) return known;
    const home = this.find(directory, folders, textOf);
    this.known.set(directory, home);
    return home;
  }

  private async find(
    directory: string,
    folders: readonly string[],
    textOf: (path: string) => string | undefined,
  ): Promise<Home> {
    // Nobody means everything below the home directory or the root as one project.
    const sensible = folders.filter(
      folder => folder !== this.request.environment.env.HOME && dirname(folder) !== folder,
    );
    try {
      const run = await this.settings(directory, textOf);
      const home = homeOf(placeOf(directory, sensible, run.configRoot), run);
      this.sound.set(directory, home);
      return home;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const site = placeOf(directory, sensible, undefined);
      const mistake = withPlace(error, site.root);
      this.configurations.add(mistake.path);
      return { ...(this.sound.get(directory) ?? homeOf(site, undefined)), mistake };
    }
  }

  private settings(directory: string, textOf: (path: string) => string | undefined): Promise<RunSettings> {
    const { args, environment, rules } = this.request;
    return runSettings({ ...args, positionals: [directory] }, environment, rules, path => {
      this.configurations.add(path);
      return textOf(path);
    });
  }
}

/** A mistake that no file is to blame for is shown where the configuration would be. */
function withPlace(error: UsageError, root: string): ConfigError {
  if (error instanceof ConfigError) return error;
  const complaint = { at: 0, sentence: error.message };
  return new ConfigError(error.message, join(root, CONFIG_NAMES[0]), "", [complaint]);
}

type Site = Pick<Home, "root" | "tree" | "isRepository">;

function homeOf(site: Site, run: RunSettings | undefined): Home {
  // Rules are functions; those of the project come from its policies, which are told apart by their texts.
  const { policies, rules: _, ...plain } = run ?? {};
  const own = policies && [policies.written, policies.sources];
  return { ...site, run, key: JSON.stringify([site, run && plain, own]), mistake: undefined };
}

function placeOf(directory: string, folders: readonly string[], configRoot: string | undefined): Site {
  const repository = gitRootOf(directory);
  const folder = folders.filter(candidate => isWithin(directory, candidate)).sort((a, b) => b.length - a.length)[0];
  const root = configRoot ?? repository ?? folder ?? directory;
  if (repository !== undefined) return { root, tree: root, isRepository: true };
  // A configuration above the folder (in a home directory) does not make all that lies there a project.
  if (folder !== undefined) return { root, tree: isWithin(root, folder) ? root : folder, isRepository: false };
  return { root, tree: undefined, isRepository: false };
}

export function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory.endsWith(sep) ? directory : directory + sep);
}
