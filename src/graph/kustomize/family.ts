// Which files may be built together, told from the raw texts of the kustomizations. Too many is right, too few would be wrong.

import { directoryOf, isInLine } from "../place-list.ts";

interface Text {
  readonly path: string;
  readonly text: string;
}

/** Words of a kustomization that may be paths. */
const WORD = /[\w./+@-]+/g;
const FILE_NAME = /\.(ya?ml|json)$/i;

export class KustomizeFamily {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #directories = new Set<string>();
  /** Names of files that a kustomization of the family writes down, wherever they lie. */
  readonly #named = new Set<string>();

  /** All kustomizations that are built together with one that may list one of the files. */
  constructor(files: readonly string[], kustomizations: readonly Text[]) {
    this.#texts = new Map(kustomizations.map(({ path, text }) => [directoryOf(path), text]));
    const links = this.#linksBetween();
    const waiting = [...this.#texts].flatMap(([directory, text]) =>
      files.some(file => isAbove(directory, file) || text.includes(nameOf(file))) ? directory : [],
    );
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (this.#directories.has(at)) continue;
      this.#directories.add(at);
      for (const [word] of this.#textOf(at).matchAll(WORD)) if (FILE_NAME.test(word)) this.#named.add(nameOf(word));
      waiting.push(...(links.get(at) ?? []));
    }
  }

  get texts(): string[] {
    return [...this.#directories].map(directory => this.#textOf(directory));
  }

  /** Whether a kustomization of the family may list the file: they list what lies below them, and what they name. */
  mayHold(path: string): boolean {
    if (this.#directories.size === 0) return false;
    if (this.#named.has(nameOf(path))) return true;
    const directory = directoryOf(path);
    for (const own of this.#directories) if (own === "" || isInLine(own, directory)) return true;
    return false;
  }

  /** Directories whose kustomizations name each other. */
  #linksBetween(): Map<string, string[]> {
    const links = new Map<string, string[]>();
    for (const [directory, text] of this.#texts)
      for (const [word] of text.matchAll(WORD)) {
        const other = joined(directory, word);
        if (other === undefined || other === directory || !this.#texts.has(other)) continue;
        links.set(directory, [...(links.get(directory) ?? []), other]);
        links.set(other, [...(links.get(other) ?? []), directory]);
      }
    return links;
  }

  #textOf(directory: string): string {
    return this.#texts.get(directory) ?? "";
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function isAbove(directory: string, path: string): boolean {
  return directory === "" || path.startsWith(`${directory}/`);
}

/** A path written in a directory; undefined where it leads out of the project. */
function joined(directory: string, path: string): string | undefined {
  const steps = directory === "" ? [] : directory.split("/");
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join("/");
}
