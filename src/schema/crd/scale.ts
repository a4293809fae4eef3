// The numbers behind the scale subresource (registry/customresource/validator.go ValidateScaleSpec, ValidateScaleStatus).

import { isPlaceholder } from "../../field.ts";
import { entryOf, type Node } from "../../yaml/node.ts";
import type { Scale } from "./definition.ts";
import type { Fault } from "./fault.ts";
import { compareNumber, jsonType, shown } from "./json.ts";
import type { Schema } from "./schema.ts";

const MOST = 2_147_483_647;

export function checkScale(root: Node, scale: Scale, schema: Schema): Fault[] {
  const faults: Fault[] = [];
  const said = (path: readonly string[], serverField: string, node: Node, message: string) =>
    faults.push({ code: "said", path, serverField, node, schema, message });
  for (const jsonPath of [scale.specReplicasPath, scale.statusReplicasPath]) {
    const path = steps(jsonPath);
    const node = nodeAt(root, path);
    const problem = node === undefined ? undefined : replicasProblem(node);
    if (node !== undefined && problem !== undefined) said(path, jsonPath, node, problem);
  }
  const { labelSelectorPath } = scale;
  if (labelSelectorPath === undefined) return faults;
  const path = steps(labelSelectorPath);
  const selector = nodeAt(root, path);
  if (selector !== undefined && jsonType(selector) !== "string")
    said(
      path,
      labelSelectorPath,
      selector,
      `${shown(selector)} is no label selector: the scale subresource reads a text here`,
    );
  return faults;
}

function replicasProblem(node: Node): string | undefined {
  const type = jsonType(node);
  const isTemplate = node.kind === "scalar" && typeof node.value === "string" && isPlaceholder(node.value);
  if (isTemplate) return undefined;
  if (node.kind !== "scalar" || type !== "integer")
    return `${shown(node)} is no integer: the scale subresource reads the number of replicas here`;
  if (compareNumber(node, 0) < 0) return `${shown(node)} replicas: should be a non-negative integer`;
  if (compareNumber(node, MOST) > 0) return `${shown(node)} replicas: should be less than or equal to ${MOST}`;
  return undefined;
}

/** ".spec.replicas" as keys. */
function steps(jsonPath: string): string[] {
  return jsonPath.replace(/^\./, "").split(".");
}

/** Undefined where there is nothing; the node that is no map where the path does not lead through. */
function nodeAt(root: Node, path: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const key of path) {
    if (node === undefined || node.kind !== "map") return node;
    node = entryOf(node, key)?.value;
  }
  return node;
}
