// Custom resources by the CustomResourceDefinitions at hand: of several definitions of a kind, by the one that stands nearest.

import type { Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { servedVersion } from "./crd/definition.ts";
import { type Definition, readDefinition, validateCustomResource } from "./crd/index.ts";
import { Problems } from "./problems.ts";

/** The problems of a custom resource in a file; undefined when no definition of its kind is known. */
export type CustomValidator = (root: Field, file: string, minor: number) => readonly Problem[] | undefined;

interface Known {
  readonly definition: Definition;
  readonly file: string;
}

/** Reads the definitions; `sources` are the roots of CustomResourceDefinitions with their files. */
export function customValidator(sources: readonly { readonly root: Field; readonly file: string }[]): CustomValidator {
  const byKind = new Map<string, Known[]>();
  for (const { root, file } of sources) {
    const definition = readDefinition(root);
    if (definition === undefined) continue;
    const key = `${definition.group}/${definition.kind}`;
    byKind.set(key, [...(byKind.get(key) ?? []), { definition, file }]);
  }
  return (root, file, minor) => {
    const apiVersion = String(root.get("apiVersion").scalar ?? "");
    const slash = apiVersion.indexOf("/");
    const known = slash < 0 ? undefined : byKind.get(`${apiVersion.slice(0, slash)}/${root.get("kind").scalar}`);
    if (known === undefined) return undefined;
    const serving = known.filter(
      ({ definition }) => servedVersion(definition, apiVersion.slice(slash + 1)) !== undefined,
    );
    // An older or newer copy of the definition elsewhere in the project proves nothing about a version it does not serve.
    const candidates = serving.length > 0 ? serving : known.filter(other => isBeside(other.file, file));
    if (candidates.length === 0) return undefined;
    return fewest(nearest(candidates, file).map(({ definition }) => judge(root, definition, minor)));
  };
}

function judge(root: Field, definition: Definition, minor: number): readonly Problem[] {
  const problems = new Problems();
  validateCustomResource(root, definition, problems, { minor });
  return problems.list;
}

/** Two copies at the same distance may be two releases: what one of them accepts is accepted. */
function fewest(judgements: readonly (readonly Problem[])[]): readonly Problem[] {
  return judgements.reduce((best, other) => (other.length < best.length ? other : best));
}

function nearest(known: readonly Known[], file: string): Known[] {
  const closeness = (other: Known) => commonDirectories(other.file, file);
  const best = Math.max(...known.map(closeness));
  return known.filter(other => closeness(other) === best).slice(0, 4);
}

/** The definition stands above the object, or in a directory next to it: both are of one application. */
function isBeside(definition: string, object: string): boolean {
  return commonDirectories(definition, object) >= definition.split("/").length - 2;
}

function commonDirectories(a: string, b: string): number {
  const [left, right] = [a.split("/").slice(0, -1), b.split("/").slice(0, -1)];
  let same = 0;
  while (same < left.length && left[same] === right[same]) same++;
  return same;
}
