// Subjects of ClusterRoleBindings without a namespace, which the API server refuses, and which a kustomization may still give one: its
// namespace transformer to the account "default" (api/filters/namespace), name references to any account that it builds.

import type { Resource } from "../../kubernetes/resource.ts";
import type { Node } from "../../yaml/node.ts";
import type { Built } from "./build.ts";
import { child, textAt } from "./edit.ts";
import { items, texts } from "./field-specs.ts";
import { isRemote, isWithin, resolvePath } from "./paths.ts";

interface KustomizationFile {
  readonly directory: string;
  readonly root: Node;
}

/** Tells of a binding whether nobody knows what its subjects come to, or they come to something good. */
export function openSubjects(
  kustomizations: readonly KustomizationFile[],
  roots: readonly Built[],
): (binding: Resource) => boolean {
  const builds = buildsOf(roots);
  const places = kustomizations.flatMap(referred);
  return binding => {
    const built = builds.get(binding);
    // Of a build that fails something is missing, perhaps the account.
    if (built !== undefined) return !built.some(({ node, isWhole }) => isWhole && lacksNamespace(node));
    return places.some(place => isWithin(binding.file, place));
  };
}

function buildsOf(roots: readonly Built[]): Map<Resource, { readonly node: Node; readonly isWhole: boolean }[]> {
  const builds = new Map<Resource, { node: Node; isWhole: boolean }[]>();
  for (const { items: built, errors } of roots)
    for (const { source, node } of built) {
      if (source?.kind !== "ClusterRoleBinding") continue;
      const known = builds.get(source) ?? [];
      builds.set(source, known);
      known.push({ node, isWhole: errors.length === 0 });
    }
  return builds;
}

function lacksNamespace(binding: Node): boolean {
  return items(child(binding, "subjects")).some(
    subject => textAt(subject, "kind") === "ServiceAccount" && (textAt(subject, "namespace") ?? "") === "",
  );
}

/** The files and directories that a kustomization builds upon. A Component builds upon whoever uses it. */
function referred({ directory, root }: KustomizationFile): string[] {
  const named = ["resources", "bases", "components"]
    .flatMap(field => texts(child(root, field)))
    .filter(path => !isRemote(path))
    .map(path => resolvePath(directory, path))
    .filter(path => path !== undefined && path !== directory)
    .filter(path => path !== undefined);
  return textAt(root, "kind") === "Component" ? [directory, ...named] : named;
}
