// Files of an oracle row as resources.

import type { KustomizeFiles } from "../../src/graph/kustomize/files.ts";
import { type ProjectFile, projectFiles } from "../../src/graph/kustomize/project.ts";
import type { Resource } from "../../src/kubernetes/resource.ts";
import { load } from "../../src/load.ts";
import { readDocumentsWith } from "../../src/yaml/documents.ts";
import type { Node } from "../../src/yaml/node.ts";
import { parsePart } from "../../src/yaml/parse.ts";

export async function resourcesIn(files: Readonly<Record<string, string>>): Promise<Resource[]> {
  const loaded = await Promise.all(Object.entries(files).map(([path, text]) => load({ path, text })));
  return loaded.flatMap(file => file.documents.flatMap(({ resources }) => resources));
}

/** Root nodes of a text; undefined when a document of it does not parse. */
export function parseNodes(text: string): readonly Node[] | undefined {
  const documents = readDocumentsWith(parsePart, text);
  if (documents.some(({ root, problems }) => root === undefined && problems.length > 0)) return undefined;
  return documents.map(({ root }) => root).filter(root => root !== undefined);
}

export async function projectFilesIn(files: Readonly<Record<string, string>>): Promise<ProjectFile[]> {
  return Promise.all(
    Object.entries(files).map(async ([path, text]) => {
      if (!/\.(ya?ml|json)$|(^|\/)Kustomization$/.test(path)) return { path, text, resources: [] };
      const loaded = await load({ path, text });
      const documents = loaded.documents.map(({ document: { root, problems } }) => ({
        root,
        broken: root === undefined && problems.length > 0,
      }));
      return { path, text, documents, resources: loaded.documents.flatMap(({ resources }) => resources) };
    }),
  );
}

export async function kustomizeFilesOf(files: Readonly<Record<string, string>>): Promise<KustomizeFiles> {
  return projectFiles(await projectFilesIn(files), parseNodes, true);
}
