// Documents that were meant as policies or bindings, and that nobody can ask: their silence would be no pass.

import type { Problem } from "../diagnostic.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { type LoadedDocument, type LoadedFile, looksLikeManifest } from "../load.ts";
import { loadValidator } from "../schema/validate.ts";
import { GROUP, isBinding, isPolicy } from "./load.ts";

export interface Unasked {
  readonly loaded: LoadedDocument;
  readonly resource: Resource | undefined;
  readonly problem: Problem;
}

/** What does not parse, what says no apiVersion or no kind, and what misspells them. */
export async function unasked(files: readonly LoadedFile[], minor: number): Promise<Unasked[]> {
  const documents = files.flatMap(file => file.documents);
  const meant = documents.flatMap(({ resources }) => resources).filter(isMeant);
  const validate = await loadValidator(meant.map(({ root }) => root));
  return documents.flatMap(loaded => {
    const { document, root, resources } = loaded;
    const told = (problems: readonly Problem[], resource?: Resource) =>
      problems.map(problem => ({ loaded, resource, problem }));
    const stray = document.root !== undefined && resources.length === 0 && looksLikeManifest(loaded);
    return [
      ...told(document.problems.filter(isError), resources[0]),
      ...(stray ? told(validate(root, { minor }).problems) : []),
      ...resources.filter(isMeant).flatMap(one => told(validate(one.root, { minor }).problems, one)),
    ];
  });
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}

/** By the group or by the kind, though the other one is none of a policy. Parameters are of any kind. */
function isMeant(resource: Resource): boolean {
  const isNear = resource.group === GROUP || /^Validating\w*Polic/.test(resource.kind);
  return isNear && !isPolicy(resource) && !isBinding(resource);
}
