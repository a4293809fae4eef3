// A custom resource, as the API server would judge its creation under its definition: decoding, pruning, defaulting, then the strategy's
// validation and warnings (registry/customresource). The rules of x-kubernetes-validations are CEL and not run here: an object that only
// they refuse passes.

import type { Field } from "../../field.ts";
import { entryOf, type MapNode, type Node } from "../../yaml/node.ts";
import type { Problems } from "../problems.ts";
import { isRefused } from "../semantic/checks.ts";
import { validateMetadata } from "../semantic/metadata.ts";
import { checkValue } from "./check.ts";
import { reportMalformed, reportUnknown } from "./decoding.ts";
import { type Definition, servedVersion, type Version } from "./definition.ts";
import { deprecationWarning } from "./deprecation.ts";
import { checkEmbedded, validateEmbeddedMetadata } from "./embedded.ts";
import { dotted, type Fault } from "./fault.ts";
import { isNull } from "./json.ts";
import { prepareObject } from "./prepare.ts";
import { reportFaults } from "./report.ts";
import { checkScale } from "./scale.ts";
import { readSchema, type Schema } from "./schema.ts";
import { checkUnique } from "./unique.ts";

export interface Outcome {
  /** The definition serves the object's version. If not, there is a problem that says so, and nothing else was checked. */
  readonly served: boolean;
  readonly namespaced: boolean;
  /** Paths that the server throws away without a word. */
  readonly dropped: readonly string[];
}

export interface ResourceOptions {
  /** The minor version of Kubernetes: 35 for 1.35. */
  readonly minor?: number;
}

const NEWEST_MINOR = 36;
const FREE: Schema = readSchema({ kind: "map", start: 0, end: 0, flow: true, entries: [] });

export function validateCustomResource(
  root: Field,
  definition: Definition,
  problems: Problems,
  { minor = NEWEST_MINOR }: ResourceOptions = {},
): Outcome {
  const { namespaced } = definition;
  const version = servedVersion(definition, versionOf(root));
  if (version === undefined) {
    reportUnserved(root, definition, problems);
    return { served: false, namespaced, dropped: [] };
  }
  const since = problems.list.length;
  if (root.node?.kind === "map") validateObject(root, root.node, definition, version, minor, problems);
  const warning = deprecationWarning(definition, version);
  if (warning !== undefined) problems.warns(root.get("apiVersion"), warning);
  if (!isRefused(problems, since)) warnFinalizers(root.get("metadata", "finalizers"), problems);
  return { served: true, namespaced, dropped: droppedPaths(root, version) };
}

function versionOf(root: Field): string {
  const apiVersion = root.get("apiVersion").scalar;
  return typeof apiVersion === "string" ? apiVersion.slice(apiVersion.indexOf("/") + 1) : "";
}

function reportUnserved(root: Field, { name, group, kind, versions }: Definition, problems: Problems): void {
  const served = versions.filter(version => version.served).map(version => `${group}/${version.name}`);
  const known = versions.some(version => version.name === versionOf(root)) ? "does not serve" : "does not know";
  problems.add(
    root.get("apiVersion"),
    `CRD ${name} ${known} version "${versionOf(root)}" of ${kind}; served: ${served.join(", ") || "none"}`,
    { ruleId: "api-invalid", server: "rejects" },
  );
}

function validateObject(
  root: Field,
  node: MapNode,
  definition: Definition,
  version: Version,
  minor: number,
  problems: Problems,
): void {
  const by = `CRD ${definition.name} ${version.name}`;
  const schema = version.schema ?? FREE;
  const keeps = definition.preservesUnknownFields || version.schema === undefined;
  const prepared = prepareObject(node, schema, keeps);
  reportMalformed(root, prepared, problems);
  const isMetaReadable = !prepared.malformed.some(({ path }) => path[0] === "metadata");
  if (isMetaReadable)
    validateMetadata(root, { namespaced: definition.namespaced, name: "subdomain", kubeFinalizers: false }, problems);
  const isKept = (path: readonly (string | number)[]) => !version.hasStatus || path[0] !== "status";
  const object = withGeneratedName(version.hasStatus ? without(prepared.node, "status") : prepared.node);
  const malformed = new Set(prepared.malformed.map(({ path }) => dotted(path)));
  const embedded = prepared.embedded.filter(({ path }) => isKept(path));
  const found: Fault[] = [
    ...checkValue(object, schema, minor),
    ...(version.scale === undefined ? [] : checkScale(object, version.scale, schema)),
    ...embedded.flatMap(checkEmbedded),
    ...prepared.unique.filter(({ path }) => isKept(path)).flatMap(checkUnique),
  ];
  const faults = reportUnknown(root, prepared, found, by, problems);
  reportFaults(
    root,
    faults.filter(({ path }) => !malformed.has(dotted(path))),
    { by },
    problems,
  );
  for (const { path, node: resource } of embedded) {
    const isReadable = !prepared.malformed.some(found => isBelow(found.path, path));
    if (resource.kind === "map" && isReadable) validateEmbeddedMetadata(root.get(...path), resource, problems);
  }
}

function isBelow(path: readonly (string | number)[], above: readonly (string | number)[]): boolean {
  return path.length > above.length && above.every((part, index) => part === path[index]);
}

/** What the strategy takes away before it validates. */
function without(node: Node, key: string): Node {
  if (node.kind !== "map" || entryOf(node, key) === undefined) return node;
  return { ...node, entries: node.entries.filter(entry => entry.key.value !== key) };
}

const RANDOM_END = "xxxxx";
const LONGEST_BASE = 58;

/** A name is generated before the schema is asked about it. */
function withGeneratedName(node: Node): Node {
  if (node.kind !== "map") return node;
  const metadata = entryOf(node, "metadata");
  if (metadata?.value.kind !== "map") return node;
  const prefix = entryOf(metadata.value, "generateName")?.value;
  const name = entryOf(metadata.value, "name")?.value;
  const isNamed = name?.kind === "scalar" && typeof name.value === "string" && name.value !== "";
  if (isNamed || prefix?.kind !== "scalar" || typeof prefix.value !== "string" || prefix.value === "") return node;
  const generated: Node = { ...prefix, value: `${prefix.value.slice(0, LONGEST_BASE)}${RANDOM_END}` };
  const others = metadata.value.entries.filter(({ key }) => key.value !== "name");
  const key = { ...metadata.key, value: "name" };
  const value: Node = { ...metadata.value, entries: [...others, { key, value: generated }] };
  return { ...node, entries: node.entries.map(entry => (entry === metadata ? { ...entry, value } : entry)) };
}

const STANDARD_FINALIZERS = ["orphan", "foregroundDeletion", "kubernetes"];

/** validateKubeFinalizerName. */
function warnFinalizers(field: Field, problems: Problems): void {
  const seen = new Set<string>();
  for (const item of field.items()) {
    const name = item.string;
    if (name === undefined || name.includes("/") || STANDARD_FINALIZERS.includes(name) || seen.has(name)) continue;
    seen.add(name);
    const how = name.includes(".") ? "name including a path (/)" : "name";
    problems.warns(
      item,
      `metadata.finalizers: "${name}": prefer a domain-qualified finalizer ${how} to avoid accidental conflicts with other finalizer writers`,
      // A finalizer is named by the controller that removes it, not by who writes the manifest.
      { severity: "info", help: finalizerHelp(name) },
    );
  }
}

function finalizerHelp(name: string): string {
  const other = name === "resources-finalizer.argocd.argoproj.io" ? `; Argo CD also takes "${name}/foreground"` : "";
  return `the server takes it; the name is its controller's to choose${other}`;
}

/** The status where it is a subresource of its own. (A namespace where there is none is a problem of validateMetadata.) */
function droppedPaths(root: Field, { hasStatus }: Version): string[] {
  const status = root.get("status").node;
  return hasStatus && status !== undefined && !isNull(status) ? ["status"] : [];
}
