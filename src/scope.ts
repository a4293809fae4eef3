// Loaded files -> the graphs the rules run on, one for each set of objects that are deployed together.

import { buildGraph } from "./graph/build.ts";
import type { Graph } from "./graph/graph.ts";
import type { LintInput } from "./lint.ts";
import type { LoadedFile } from "./load.ts";
import type { ValidatedFile } from "./validate.ts";

export function graphsOf(
  _files: readonly LoadedFile[],
  around: readonly LoadedFile[],
  judged: readonly ValidatedFile[],
  input: LintInput,
): Graph[] {
  const { settings } = input;
  const resources = judged.flatMap(file => file.resources);
  const context = around.flatMap(file => file.documents.flatMap(document => document.resources));
  const { namespace, complete, customWorkloads } = settings;
  return [
    buildGraph([...resources, ...context], {
      namespace,
      complete,
      customWorkloads,
      context: input.context !== undefined,
    }),
  ];
}
