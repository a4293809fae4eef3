// Names that lead to nothing, and how grave that is. Configuration, secrets and volumes are often made outside of any repository.

import type { Field } from "../field.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { nearestTo } from "../nearest.ts";
import type { Graph, NearMiss, ResolvedReference } from "./graph.ts";
import { type Gravity, gravityOf, isMisspelt } from "./proof.ts";
import { keysIn } from "./resolve.ts";

export interface MissingReference {
  readonly resolved: ResolvedReference;
  /** An object of nearly that name in the same application: it was meant. */
  readonly near: NearMiss<Resource> | undefined;
  readonly gravity: Gravity;
  /** `; did you mean "x"?`, or where there is one of that name. */
  readonly hint: string;
}

/** References of an object to objects of one kind that are not there, and have to be. */
export function* missingReferences(groupKind: string, from: Resource, graph: Graph): Generator<MissingReference> {
  for (const resolved of graph.referencesOf(from)) {
    const { reference, targets, excuse } = resolved;
    if (reference.groupKind !== groupKind || targets.length > 0 || excuse !== undefined) continue;
    const nearest = graph.nearestName(groupKind, reference.name, from);
    const [other] = [
      ...graph.find(groupKind, reference.name, from),
      ...graph.inOtherNamespaces(groupKind, reference.name, from),
    ];
    // The very name in another namespace is meant, not one like it.
    const isMeant =
      other === undefined &&
      nearest !== undefined &&
      isMisspelt(reference.name, nearest.candidate.name ?? "") &&
      graph.sameApplication(nearest.candidate, from);
    const near = isMeant ? nearest : undefined;
    const elsewhere = other === undefined ? "" : `; there is one in namespace "${graph.namespaceOf(other)}"`;
    const gravity = gravityOf(graph.completeness(groupKind, from), isMeant);
    yield {
      resolved,
      near,
      gravity: isMeant ? gravity : { severity: "info", strict: true },
      hint: near === undefined ? elsewhere : `; did you mean "${near.candidate.name}"?`,
    };
  }
}

/** What every rule about a missing object says beside its message. */
export function aboutMissing({ resolved, near, gravity }: MissingReference) {
  const at = resolved.reference.field;
  if (near === undefined) return { at, ...gravity };
  const to = near.candidate.name ?? "";
  return {
    at,
    ...gravity,
    related: [{ at: near.at, message: `this ${near.candidate.kind} is there` }],
    fixes: [{ title: `write ${to}`, safety: "unsafe" as const, changes: [{ set: at, to }] }],
  };
}

export interface MissingKey {
  readonly key: Field;
  readonly target: Resource;
  readonly meant: string | undefined;
  /** The two belong together, and the target shows all that it holds. */
  readonly isBeside: boolean;
}

/** Keys inside ConfigMaps or Secrets that are asked for and are not there. */
export function* missingKeys(groupKind: string, from: Resource, graph: Graph): Generator<MissingKey> {
  for (const { reference, targets, missingKeys: keys } of graph.referencesOf(from)) {
    const [target] = targets;
    if (target === undefined || reference.groupKind !== groupKind || reference.optional) continue;
    const there = [...(keysIn(target) ?? [])];
    const isBeside =
      there.length > 0 && !isFilledIn(target) && targets.every(each => graph.sameApplication(each, from));
    for (const key of keys) yield { key, target, meant: nearestTo(key.string ?? "", there), isBeside };
  }
}

/** A controller adds keys to it while it runs, or it is written in part only. */
function isFilledIn({ metadata }: Resource): boolean {
  const marks = metadata.get("annotations").entries();
  return marks.some(({ key }) => FILLED.test(String(key)));
}

const FILLED = /inject|replicator|reflector|sealedsecrets|external-?secrets|service-ca|trust-?manager|strategy.*merge/i;
