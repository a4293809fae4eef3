// Resources inside a custom resource (x-kubernetes-embedded-resource): what they are and their metadata (apiserver/schema/objectmeta).

import { Field } from "../../field.ts";
import type { MapNode, Node } from "../../yaml/node.ts";
import { entryOf } from "../../yaml/node.ts";
import type { Problems } from "../problems.ts";
import { validateMetadata } from "../semantic/metadata.ts";
import { isDns1035Label, isPathSegmentName } from "../semantic/names.ts";
import type { Fault } from "./fault.ts";
import type { Special } from "./prepare.ts";

export function checkEmbedded({ path, serverField, node, schema }: Special): Fault[] {
  if (node.kind !== "map") return [];
  const faults: Fault[] = [];
  for (const key of ["apiVersion", "kind"] as const) {
    const value = entryOf(node, key)?.value;
    const place = { path: [...path, key], serverField: serverField === "" ? key : `${serverField}.${key}`, schema };
    const message = value === undefined ? undefined : typeProblem(value, key);
    if (value === undefined) faults.push({ code: "required", node, ...place });
    else if (message !== undefined) faults.push({ code: "said", node: value, message, ...place });
  }
  return faults;
}

function typeProblem(node: Node, key: "apiVersion" | "kind"): string | undefined {
  if (node.kind !== "scalar" || typeof node.value !== "string") return undefined;
  const text = node.value;
  if (text === "") return `${key} of an embedded resource must not be empty`;
  if (key === "apiVersion") return text.split("/").length > 2 ? `unexpected GroupVersion string: "${text}"` : undefined;
  const errors = isDns1035Label(text.toLowerCase());
  if (errors.length === 0) return undefined;
  return `kind "${text}" may have mixed case, but should otherwise match: ${errors.join()}`;
}

/** The metadata of a resource inside the object: a name may be missing, and any name will do that fits into a URL. */
export function validateEmbeddedMetadata(field: Field, node: MapNode, problems: Problems): void {
  const metadata = entryOf(node, "metadata")?.value;
  if (metadata?.kind !== "map") return;
  // The checks of an object's own metadata ask for a name and refuse a resourceVersion; these do not.
  const entries = metadata.entries.filter(({ key, value }) => {
    if (key.value === "resourceVersion") return false;
    return key.value !== "name" || (value.kind === "scalar" && value.value !== null && value.value !== "");
  });
  if (!entries.some(({ key }) => key.value === "name"))
    entries.push({ key: textNode("name"), value: textNode("fakename") });
  const own = entryOf(node, "metadata");
  const changed = {
    ...node,
    entries: node.entries.map(entry => (entry === own ? { ...entry, value: { ...metadata, entries } } : entry)),
  };
  const resource = new Field(changed, field.parent, field.key, field.entry);
  validateMetadata(
    resource,
    { namespaced: true, name: name => isPathSegmentName(name), kubeFinalizers: false },
    problems,
  );
}

function textNode(value: string) {
  return { kind: "scalar", start: 0, end: 0, value, style: "plain" } as const;
}
