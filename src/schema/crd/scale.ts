// The numbers behind the scale subresource (registry/customresource/validator.go ValidateScaleSpec, ValidateScaleStatus).

import { isPlaceholder } from "../../field.ts";
import { entryOf, type Node } from "../../yaml/node.ts";
import type { Scale } from "./definition.ts";
import type { Fault } from "./fault.ts";
import { compareNumber, isNull, jsonType, shown } from "./json.ts";
import type { Schema } from "./schema.ts";

const MOST = 2_147_483_647;

export function checkScale(root: Node, scale: Scale, schema: Schema): Fault[] {
  const faults: Fault[] = [];
  const look = (jsonPath: string, problemOf: (node: Node) => string | undefined) => {
    const steps = jsonPath.replace(/^\./, "").split(".");
    const { node, path } = lookUp(root, steps);
    const isOnTheWay = path.length < steps.length;
    const message =
      node === undefined
        ? undefined
        : isOnTheWay
          ? `${shown(node)} is no map: the scale subresource reads ${jsonPath}`
          : problemOf(node);
    if (node !== undefined && message !== undefined)
      faults.push({ code: "said", path, serverField: jsonPath, node, schema, message });
  };
  look(scale.specReplicasPath, replicasProblem);
  look(scale.statusReplicasPath, replicasProblem);
  if (scale.labelSelectorPath !== undefined) look(scale.labelSelectorPath, selectorProblem);
  return faults;
}

function selectorProblem(node: Node): string | undefined {
  if (jsonType(node) === "string") return undefined;
  return `${shown(node)} is no label selector: the scale subresource reads a text here`;
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

/** What a path leads to: nothing, a value, or the first thing on the way that is no map. */
function lookUp(root: Node, steps: readonly string[]): { node?: Node | undefined; path: readonly string[] } {
  let node: Node | undefined = root;
  for (const [index, key] of steps.entries()) {
    if (node.kind !== "map") return { node: isNull(node) ? undefined : node, path: steps.slice(0, index) };
    node = entryOf(node, key)?.value;
    if (node === undefined) break;
  }
  return { node, path: steps };
}
