// One object, as the API server would judge its creation: which kind it is, its shape, then what it means.

import { formatPath, type Path, type Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { identify } from "./gvk.ts";
import { Problems } from "./problems.ts";
import { loadValidators, validatorsOf } from "./semantic/index.ts";
import { validateMetadata } from "./semantic/metadata.ts";
import { checkShape, type Shape } from "./shape.ts";
import { loadTypes } from "./tables.ts";
import type { Validation, ValidationOptions } from "./validation.ts";
import { groupOf, isBuiltInGroup, type Kind } from "./versions.ts";

export type ResourceValidator = (root: Field, options: ValidationOptions) => Validation;

/** Loads the schemas and validators that the given objects need, and returns what judges them. */
export async function loadValidator(roots: Iterable<Field>): Promise<ResourceValidator> {
  const groups = new Set<string>();
  for (const root of roots) {
    const apiVersion = root.get("apiVersion").scalar;
    if (typeof apiVersion === "string") groups.add(groupOf(apiVersion));
  }
  for (const group of groups) {
    if (!isBuiltInGroup(group)) continue;
    await loadTypes(group);
    await loadValidators(group);
  }
  return validateResource;
}

/** Judges an object whose group has been loaded. */
export function validateResource(root: Field, { minor }: ValidationOptions): Validation {
  const { known, kind, problems } = identify(root, minor);
  if (kind === undefined) return { known, problems, dropped: [] };
  const shape = checkShape(root, kind.type, minor);
  const semantic = checkMeaning(root, kind, minor, shape);
  const [harmless, telling] = split(semantic, isHarmless);
  return {
    known,
    problems: [...problems, ...join(shape, telling)],
    namespaced: kind.namespaced,
    dropped: harmless.flatMap(serverFields),
  };
}

/** A namespace on what lives in none: templates write it on everything, and nobody misses it. */
function isHarmless({ server, path }: Problem): boolean {
  return server === "drops" && path.length >= 2 && path.at(-2) === "metadata" && path.at(-1) === "namespace";
}

function split<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  const first: T[] = [];
  const second: T[] = [];
  for (const one of all) (belongs(one) ? first : second).push(one);
  return [first, second];
}

function checkMeaning(root: Field, kind: Kind, minor: number, shape: Shape): readonly Problem[] {
  const problems = new Problems();
  const validator = validatorsOf(kind.group)?.[`${kind.group}/${kind.kind}`];
  if (validator !== undefined) validator(root, { minor }, problems);
  else validateMetadata(root, { namespaced: kind.namespaced, name: "subdomain" }, problems);
  return shape.broken.length + shape.misfits.length === 0
    ? problems.list
    : problems.list.filter(problem => isIndependent(problem, shape));
}

/** Where a map or a list is broken, only what concerns other parts of the object's metadata is still sure; a scalar misleads its own map at most. */
function isIndependent({ path }: Problem, { broken, misfits }: Shape): boolean {
  const isApart = (other: Path) => !startsWith(path, other) && !startsWith(other, path);
  if (!misfits.every(isApart)) return false;
  return broken.every(other => other[0] !== "metadata" && path[0] === "metadata");
}

function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((part, index) => part === path[index]);
}

/** A key that was meant to be another field, or to stand elsewhere, is the cause of what is said about the field that is missing: one diagnostic for both. */
function join(shape: Shape, semantic: readonly Problem[]): Problem[] {
  if (shape.meant.length === 0) return [...shape.problems, ...semantic];
  const also = new Map<Problem, Problem[]>();
  const rest = semantic.filter(problem => {
    const cause = shape.meant.find(({ path }) => startsWith(problem.path, path));
    if (cause !== undefined) also.set(cause.problem, [...(also.get(cause.problem) ?? []), problem]);
    return cause === undefined;
  });
  const shapes = shape.problems.map(problem => withConsequences(problem, also.get(problem) ?? []));
  return [...shapes, ...rest];
}

function withConsequences(problem: Problem, consequences: readonly Problem[]): Problem {
  const fields = consequences.filter(({ server }) => server === "rejects").flatMap(serverFields);
  if (fields.length === 0) return problem;
  return { ...problem, serverAlso: [...(problem.serverAlso ?? []), ...fields] };
}

function serverFields({ path, serverField, serverAlso = [] }: Problem): string[] {
  return [serverField ?? formatPath(path), ...serverAlso];
}
