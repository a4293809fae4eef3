// The files of a project, as kustomizations read them.

import type { Resource } from "../../kubernetes/resource.ts";
import type { Node } from "../../yaml/node.ts";
import { textAt } from "./edit.ts";
import { isKustomizationFile, type KustomizeFiles, type ManifestFile } from "./files.ts";

/** A file that was read: any text, with its documents where it is YAML or JSON. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
  /** Undefined for files that are no YAML. */
  readonly documents?: readonly { readonly root: Node | undefined; readonly broken: boolean }[];
  readonly resources: readonly Resource[];
}

export type Parse = (text: string) => readonly Node[] | undefined;

/** `areAll`: the files hold the texts for generators, too, not the manifests alone. */
export function projectFiles(files: Iterable<ProjectFile>, parse: Parse, areAll: boolean): KustomizeFiles {
  const byPath = new Map<string, ProjectFile>();
  const directories = new Set<string>([""]);
  for (const file of files) {
    byPath.set(file.path, file);
    for (let end = file.path.lastIndexOf("/"); end > 0; end = file.path.lastIndexOf("/", end - 1)) {
      const directory = file.path.slice(0, end);
      if (directories.has(directory)) break;
      directories.add(directory);
    }
  }
  const manifests = new Map<string, ManifestFile>();
  return {
    text: path => byPath.get(path)?.text,
    isDirectory: path => directories.has(path),
    parse,
    areAll,
    manifest(path) {
      const file = byPath.get(path);
      if (file === undefined) return undefined;
      let manifest = manifests.get(path);
      if (manifest === undefined) {
        manifest = manifestOf(file);
        manifests.set(path, manifest);
      }
      return manifest;
    },
  };
}

function manifestOf({ path, documents = [], resources }: ProjectFile): ManifestFile {
  const roots = documents.map(({ root }) => root).filter(root => root !== undefined);
  const stray = roots.some(root => !isEmpty(root) && !isObject(root));
  return {
    resources,
    roots,
    broken: documents.some(({ broken }) => broken),
    stray: stray && !isKustomizationFile(path),
  };
}

function isEmpty(root: Node): boolean {
  return root.kind === "scalar" && root.value === null;
}

function isObject(root: Node): boolean {
  return textAt(root, "apiVersion") !== undefined && textAt(root, "kind") !== undefined;
}
