// The inputs, as real files in a directory of their own.

import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cleanEnvironment } from "./measure.ts";
import { application } from "./objects.ts";

export interface Input {
  /** What the table calls it. */
  readonly title: string;
  /** Where programs are started. */
  readonly directory: string;
  /** What they are given: one file, or the directory by its name. */
  readonly path: string;
  /** All files, as paths from `directory`. */
  readonly files: readonly string[];
}

const STREAM_BYTES = 30_000_000;
/** Custom resource definitions and other giants aside, so that a stream is made of many documents, as rendered charts are. */
const MOST_OF_DOCUMENT = 16_384;
const REPOSITORY_FILES = 5_000;

export class Corpus {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  get exists(): boolean {
    return existsSync(join(this.directory, "manifests"));
  }

  /** The files of a list beside the manifests; undefined where there is no such list. */
  list(name: string): string[] | undefined {
    const path = join(this.directory, name);
    return existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : undefined;
  }

  all(): string[] {
    const names = readdirSync(this.path(""), { recursive: true, encoding: "utf8" });
    return names.filter(name => statSync(this.path(name)).isFile()).sort();
  }

  path(name: string): string {
    return join(this.directory, "manifests", name);
  }
}

const grouped = (count: number) => count.toLocaleString("en");

/** Evenly spaced over a list. */
export function spread<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, list.length / count);
  return list.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step)).slice(0, count);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** One application: a Deployment, a Service and a PodDisruptionBudget. */
export function oneFile(directory: string, title = "one file"): Input {
  write(join(directory, "shop.yaml"), application(0).join("---\n"));
  return { title, directory, path: "shop.yaml", files: ["shop.yaml"] };
}

/** A copy of files of the corpus, in the directories they came in. */
export function tree(directory: string, corpus: Corpus, names: readonly string[]): Input {
  let bytes = 0;
  for (const name of names) {
    const path = join(directory, "manifests", name);
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(corpus.path(name), path);
    bytes += statSync(path).size;
  }
  const title = `${grouped(names.length)} files, ${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1)} MB`;
  return { title, directory, path: "manifests", files: names.map(name => `manifests/${name}`) };
}

/** The documents of a text, taken apart at its separators. */
export function documentsOf(text: string): string[] {
  const parts = text.split(/^---(?:[ \t].*)?\r?\n?/m).filter(part => /^["{ ]*kind\b/m.test(part));
  return parts.map(part => (part.endsWith("\n") ? part : `${part}\n`));
}

export function stream(directory: string, corpus: Corpus, names: readonly string[], most = STREAM_BYTES): Input {
  const documents = names
    .flatMap(name => documentsOf(readFileSync(corpus.path(name), "utf8")))
    .filter(
      text => text.length <= MOST_OF_DOCUMENT && !/^(kind: CustomResourceDefinition|%|apiVersion:.*List$)/m.test(text),
    );
  const parts: string[] = [];
  let bytes = 0;
  for (let index = 0; bytes < most && documents.length > 0; index++) {
    const part = documents[index % documents.length] ?? "";
    parts.push(part);
    bytes += Buffer.byteLength(part) + 4;
  }
  write(join(directory, "stream.yaml"), parts.join("---\n"));
  const title = `one stream, ${(bytes / 1e6).toFixed(0)} MB, ${grouped(parts.length)} documents`;
  return { title, directory, path: "stream.yaml", files: ["stream.yaml"] };
}

/** A git repository with the whole corpus and one file that is linted in it, as a hook does. */
export function repository(
  directory: string,
  corpus: Corpus,
  names: readonly string[],
  count = REPOSITORY_FILES,
): Input {
  const { files } = tree(directory, corpus, names.slice(0, count - 1));
  for (let n = 1; n < count - files.length; n++)
    write(join(directory, `apps/app-${n}/app.yaml`), application(n).join("---\n"));
  write(join(directory, "apps/shop/shop.yaml"), application(0).join("---\n"));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Bench", "-c", "user.email=bench@example.com", ...args], {
      cwd: directory,
      env: { ...cleanEnvironment(process.env), GIT_CONFIG_SYSTEM: "/dev/null" },
      stdio: "pipe",
    });
  git("init", "--quiet");
  git("add", "--all", "--force");
  git("commit", "--quiet", "--message=state");
  const title = `hook: one file in a repository of ${grouped(count)}`;
  return { title, directory, path: "apps/shop/shop.yaml", files: ["apps/shop/shop.yaml"] };
}
