// Decodes an object as the API server does under strict field validation, and says what does not fit
// (k8s.io/apimachinery pkg/runtime/serializer/json, sigs.k8s.io/json: case-sensitive, null equals absent).

import type { Path, Problem } from "../diagnostic.ts";
import { type Field, isPlaceholder } from "../field.ts";
import type { ListNode, MapNode, Node, ScalarNode } from "../yaml/node.ts";
import { misfit } from "./scalars.ts";
import type { Level } from "./suggest.ts";
import { type FieldType, structOf, type Type } from "./tables.ts";
import { type Unknown, unknownField } from "./unknown-field.ts";
import { wrongType } from "./wrong-type.ts";

/** Beyond this many problems a document is of another kind, or made to be wrong. */
const MOST = 50;

export interface Shape {
  readonly problems: readonly Problem[];
  /** Places where a map or a list stands for something else, or something else for them: nothing can be said about what belongs there. */
  readonly broken: readonly Path[];
  /** Places of scalars that do not decode. */
  readonly misfits: readonly Path[];
  /** Keys that were meant to be another field, or to stand elsewhere: where that field is missing. */
  readonly meant: readonly { readonly problem: Problem; readonly path: Path }[];
}

/** What the walk carries along. */
class Walk {
  readonly problems: Problem[] = [];
  readonly broken: Path[] = [];
  readonly misfits: Path[] = [];
  readonly meant: { problem: Problem; path: Path }[] = [];
  readonly path: (string | number)[] = [];
  /** The maps around the current place: the names of their types, and the lengths of their paths. */
  readonly types: string[] = [];
  readonly depths: number[] = [];
  readonly root: Field;
  readonly minor: number;
  /** Inside values that Go decodes on its own, unknown fields are lost without a word. */
  lenient = false;

  constructor(root: Field, minor: number) {
    this.root = root;
    this.minor = minor;
  }

  get isFull(): boolean {
    return this.problems.length >= MOST;
  }

  /** The field at the current path: made only when there is something to say. */
  field(): Field {
    return this.root.get(...this.path);
  }
}

/** That the rest is left out is said with the last one. */
function tellOfMore(problems: Problem[]): void {
  const last = problems[MOST - 1];
  if (last === undefined) return;
  const note = `no more than ${MOST} mistakes of one object are told; there may be others`;
  problems[MOST - 1] = { ...last, help: last.help === undefined ? note : `${last.help}; ${note}` };
}

export function checkShape(root: Field, type: string, minor: number): Shape {
  const walk = new Walk(root, minor);
  if (root.node !== undefined) checkStruct(walk, root.node, type);
  tellOfMore(walk.problems);
  const { problems, broken, misfits, meant } = walk;
  return { problems, broken, misfits, meant };
}

function check(walk: Walk, node: Node, type: Type): void {
  if (walk.isFull) return;
  if (type.kind === "scalar") {
    if (node.kind === "scalar") checkScalar(walk, node, type);
    else checkNested(walk, node, type);
    return;
  }
  if (node.kind === "scalar") {
    if (node.value !== null && !isTemplate(node)) report(walk, node, type, true);
    return;
  }
  if (type.kind === "struct") checkStruct(walk, node, type.name);
  else if (type.kind === "list") checkList(walk, node, type.of);
  else checkMap(walk, node, type.of);
}

/** Most values are texts where texts are due: nothing to say, and no path to keep. */
function fitsPlainly(node: Node, type: Type): boolean {
  if (node.kind !== "scalar") return false;
  const { value } = node;
  if (value === null) return true;
  if (type.kind !== "scalar") return false;
  if (typeof value === "string") return type.scalar === "string" || type.scalar === "int-or-string";
  return typeof value === "boolean" && type.scalar === "boolean";
}

/** Text that a template will replace says nothing about what will stand there. */
function isTemplate(node: ScalarNode): boolean {
  return typeof node.value === "string" && isPlaceholder(node.value);
}

function checkScalar(walk: Walk, node: ScalarNode, type: Type & { kind: "scalar" }): void {
  const wrong = misfit(node, type.scalar);
  if (wrong === undefined || isTemplate(node)) return;
  walk.misfits.push([...walk.path]);
  walk.problems.push(wrongType(walk.field(), walk.path, node, type, wrong.reason));
}

function report(walk: Walk, node: Node, type: Type, isBroken: boolean): void {
  (isBroken ? walk.broken : walk.misfits).push([...walk.path]);
  walk.problems.push(wrongType(walk.field(), walk.path, node, type, undefined));
}

/** A map or a list where Go wants a scalar or decodes by itself (apiextensions v1 marshal.go). */
function checkNested(walk: Walk, node: MapNode | ListNode, type: Type & { kind: "scalar" }): void {
  const { scalar } = type;
  if (scalar === "any") return;
  const takesSchema = scalar === "schema-or-boolean" || scalar === "schema-or-list" || scalar === "schema-or-strings";
  const before = walk.lenient;
  if (takesSchema && node.kind === "map") {
    walk.lenient = true;
    checkStruct(walk, node, "JSONSchemaProps");
    walk.lenient = before;
  } else if (scalar === "schema-or-list" && node.kind === "list") {
    walk.lenient = true;
    checkList(walk, node, { kind: "struct", name: "JSONSchemaProps" });
    walk.lenient = before;
  } else if (scalar === "schema-or-strings" && node.kind === "list") {
    checkList(walk, node, { kind: "scalar", scalar: "string" });
  } else if (scalar !== "bytes" || !isByteList(node)) report(walk, node, type, true);
}

/** encoding/json fills a []byte from numbers as well. */
function isByteList(node: MapNode | ListNode): boolean {
  const isByte = (value: unknown) => typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 256;
  return (
    node.kind === "list" &&
    node.items.every(item => item.kind === "scalar" && (item.value === null || isByte(item.value)))
  );
}

function checkList(walk: Walk, node: MapNode | ListNode, of: Type): void {
  if (node.kind !== "list") {
    report(walk, node, { kind: "list", of }, true);
    return;
  }
  for (let index = 0; index < node.items.length; index++) {
    const item = node.items[index];
    if (item === undefined || fitsPlainly(item, of)) continue;
    walk.path.push(index);
    check(walk, item, of);
    walk.path.pop();
  }
}

function checkMap(walk: Walk, node: MapNode | ListNode, of: Type): void {
  if (node.kind !== "map") {
    report(walk, node, { kind: "map", of }, true);
    return;
  }
  for (const { key, value } of node.entries) {
    if (fitsPlainly(value, of)) continue;
    walk.path.push(String(key.value));
    check(walk, value, of);
    walk.path.pop();
  }
}

function checkStruct(walk: Walk, node: Node, name: string): void {
  if (node.kind !== "map") {
    report(walk, node, { kind: "struct", name }, true);
    return;
  }
  const fields = structOf(name);
  const { path, types, depths } = walk;
  types.push(name);
  depths.push(path.length);
  for (const entry of node.entries) {
    const key = String(entry.key.value);
    const field = fields.get(key);
    const known = field?.minors?.has(walk.minor) === false ? undefined : field;
    if (known !== undefined && fitsPlainly(entry.value, known.type)) continue;
    path.push(key);
    if (known === undefined) reportUnknown(walk, key, field, node);
    else check(walk, entry.value, known.type);
    path.pop();
  }
  types.pop();
  depths.pop();
}

function reportUnknown(walk: Walk, key: string, field: FieldType | undefined, map: MapNode): void {
  if (walk.isFull || isPlaceholder(key)) return;
  const { types, depths, path, minor, lenient } = walk;
  const levels: Level[] = types.map((type, index) => ({ type, path: path.slice(0, depths[index]) }));
  const level = levels.at(-1);
  if (level === undefined) return;
  const unknown: Unknown = { field: walk.field(), key, level, levels, minors: field?.minors, minor, map, lenient };
  const { problem, meant } = unknownField(unknown, walk.root);
  walk.problems.push(problem);
  if (meant !== undefined) walk.meant.push({ problem, path: meant });
}
