// Loaded files -> the graphs the rules run on, one for each set of objects that are deployed together.

import { isKustomizationFile } from "./graph/kustomize/files.ts";
import { buildGraphs, type ScopeOptions, type Scopes } from "./graph/scopes.ts";
import { adopt, type LoadedFile } from "./load.ts";
import type { Settings } from "./settings.ts";
import { readDocumentsWith } from "./yaml/documents.ts";
import type { Node } from "./yaml/node.ts";

export async function scopesOf(
  files: readonly LoadedFile[],
  { settings, context, asked }: Pick<ScopeOptions, "context" | "asked"> & { settings: Settings },
): Promise<Scopes> {
  const { namespace, complete, customWorkloads } = settings;
  const project = files.map(({ source, documents }) => ({
    path: source.path,
    text: source.text,
    documents: documents.map(({ document }) => ({
      root: document.root,
      broken: document.root === undefined && document.problems.some(({ severity }) => severity === "error"),
    })),
    resources: documents.flatMap(({ resources }) => resources),
  }));
  const parse = files.some(({ source }) => isKustomizationFile(source.path)) ? await inlineParser() : () => undefined;
  return buildGraphs(project, {
    namespace,
    complete,
    customWorkloads,
    context: context || complete,
    parse,
    adopt,
    asked,
  });
}

/** YAML that stands as text inside a kustomization: inline patches, configurations. */
async function inlineParser(): Promise<(text: string) => readonly Node[] | undefined> {
  const { parsePart } = await import("./yaml/parse.ts");
  return text => {
    const documents = readDocumentsWith(parsePart, text);
    const isBroken = documents.some(
      ({ root, problems }) => root === undefined && problems.some(({ severity }) => severity === "error"),
    );
    return isBroken ? undefined : documents.flatMap(({ root }) => root ?? []);
  };
}
