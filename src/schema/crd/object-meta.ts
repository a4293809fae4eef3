// The shape of ObjectMeta (k8s.io/apimachinery/pkg/apis/meta/v1 types.go). Custom resources are decoded without Go types, but for their
// metadata and that of embedded resources: a wrong type there keeps the object from being decoded at all.

import type { Path } from "../../diagnostic.ts";
import type { MapNode, Node } from "../../yaml/node.ts";
import { isTimestamp } from "./format-texts.ts";
import { jsonType } from "./json.ts";

type Shape = "string" | "integer" | "boolean" | "time" | "strings" | "any" | { readonly list: Shape } | Members;
interface Members {
  readonly members: Readonly<Record<string, Shape>>;
}

const OWNER: Members = {
  members: {
    apiVersion: "string",
    kind: "string",
    name: "string",
    uid: "string",
    controller: "boolean",
    blockOwnerDeletion: "boolean",
  },
};

const MANAGED: Members = {
  members: {
    manager: "string",
    operation: "string",
    apiVersion: "string",
    time: "time",
    fieldsType: "string",
    fieldsV1: "any",
    subresource: "string",
  },
};

const OBJECT_META: Members = {
  members: {
    name: "string",
    generateName: "string",
    namespace: "string",
    selfLink: "string",
    uid: "string",
    resourceVersion: "string",
    generation: "integer",
    creationTimestamp: "time",
    deletionTimestamp: "time",
    deletionGracePeriodSeconds: "integer",
    labels: "strings",
    annotations: "strings",
    ownerReferences: { list: OWNER },
    finalizers: { list: "string" },
    managedFields: { list: MANAGED },
  },
};

export const META_FIELDS: readonly string[] = Object.keys(OBJECT_META.members);

export interface MetaReport {
  /** A value of the wrong type. The server stops at the first. */
  malformed(path: Path, node: Node, expected: string): void;
  unknown(path: Path, known: readonly string[]): void;
}

/** Checks the metadata in a node that stands at `path`. */
export function checkObjectMeta(node: Node, path: Path, report: MetaReport): void {
  check(node, OBJECT_META, path, report);
}

function check(node: Node, shape: Shape, path: Path, report: MetaReport): void {
  const type = jsonType(node);
  if (type === "null" || shape === "any") return;
  if (shape === "strings") checkStrings(node, path, report);
  else if (shape === "time") {
    if (node.kind !== "scalar" || typeof node.value !== "string" || !isTimestamp(node.value))
      report.malformed(path, node, "a time such as 2006-01-02T15:04:05Z");
  } else if (typeof shape === "string") {
    if (type !== shape) report.malformed(path, node, shape);
  } else if ("list" in shape) {
    if (node.kind !== "list") report.malformed(path, node, "array");
    else for (const [index, item] of node.items.entries()) check(item, shape.list, [...path, index], report);
  } else if (node.kind === "map") checkMembers(node, shape, path, report);
  else report.malformed(path, node, "object");
}

function checkStrings(node: Node, path: Path, report: MetaReport): void {
  if (node.kind !== "map") {
    report.malformed(path, node, "object");
    return;
  }
  for (const { key, value } of node.entries) check(value, "string", [...path, String(key.value)], report);
}

function checkMembers(node: MapNode, { members }: Members, path: Path, report: MetaReport): void {
  for (const { key, value } of node.entries) {
    const name = String(key.value);
    const shape = Object.hasOwn(members, name) ? members[name] : undefined;
    if (shape === undefined) report.unknown([...path, name], Object.keys(members));
    else check(value, shape, [...path, name], report);
  }
}
