// CustomResourceDefinitions as far as their custom resources need them.

import type { Field } from "../../field.ts";
import { readSchema, type Schema } from "./schema.ts";

export interface Scale {
  readonly specReplicasPath: string;
  readonly statusReplicasPath: string;
  readonly labelSelectorPath?: string;
}

export interface Version {
  readonly name: string;
  readonly served: boolean;
  readonly deprecated: boolean;
  readonly deprecationWarning?: string;
  /** Absent where the definition gives none: then nothing is known, and nothing checked. */
  readonly schema?: Schema;
  /** There is a status subresource: a status in a manifest is dropped. */
  readonly hasStatus: boolean;
  readonly scale?: Scale;
}

export interface Definition {
  /** metadata.name: `widgets.example.com`. */
  readonly name: string;
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
  /** Unknown fields are kept (only a v1beta1 definition may say so). */
  readonly preservesUnknownFields: boolean;
  readonly versions: readonly Version[];
  readonly root: Field;
}

const GROUP = "apiextensions.k8s.io/";

export function isDefinition(root: Field): boolean {
  const apiVersion = root.get("apiVersion").scalar;
  return root.get("kind").scalar === "CustomResourceDefinition" && String(apiVersion).startsWith(GROUP);
}

/** The definition in a document; undefined where it is none, or where its group and kind cannot be told. */
export function readDefinition(root: Field): Definition | undefined {
  if (!isDefinition(root)) return undefined;
  const spec = root.get("spec");
  const group = spec.get("group").string;
  const kind = spec.get("names", "kind").string;
  if (!group || !kind) return undefined;
  const isBeta = root.get("apiVersion").scalar === `${GROUP}v1beta1`;
  const plural = spec.get("names", "plural").string ?? `${kind.toLowerCase()}s`;
  return {
    name: root.get("metadata", "name").string ?? `${plural}.${group}`,
    group,
    kind,
    plural,
    namespaced: spec.get("scope").scalar !== "Cluster",
    preservesUnknownFields: spec.get("preserveUnknownFields").boolean ?? isBeta,
    versions: isBeta
      ? readBetaVersions(spec)
      : spec
          .get("versions")
          .items()
          .map(version => readVersion(version, version)),
    root,
  };
}

/** v1beta1 may give schema and subresources once for all versions, and the only version by its name alone. */
function readBetaVersions(spec: Field): Version[] {
  const versions = spec.get("versions").items();
  const only = spec.get("version").string;
  if (versions.length > 0) return versions.map(version => readVersion(version, spec));
  if (only === undefined) return [];
  return [{ ...readVersion(spec, spec), name: only, served: true }];
}

function readVersion(version: Field, shared: Field): Version {
  const own = (key: string) => (version.get(key).exists ? version.get(key) : shared.get(key));
  const schema = version.get("schema", "openAPIV3Schema").exists
    ? version.get("schema", "openAPIV3Schema")
    : shared.get("validation", "openAPIV3Schema");
  const subresources = own("subresources");
  const scale = subresources.get("scale");
  const warning = version.get("deprecationWarning").string;
  return {
    name: version.get("name").string ?? "",
    served: version.get("served").boolean === true,
    deprecated: version.get("deprecated").boolean === true,
    hasStatus: subresources.get("status").exists,
    ...(warning === undefined ? {} : { deprecationWarning: warning }),
    ...(schema.node?.kind === "map" ? { schema: readSchema(schema.node) } : {}),
    ...(scale.isMap ? { scale: readScale(scale) } : {}),
  };
}

function readScale(scale: Field): Scale {
  const selector = scale.get("labelSelectorPath").string;
  return {
    specReplicasPath: scale.get("specReplicasPath").string ?? "",
    statusReplicasPath: scale.get("statusReplicasPath").string ?? "",
    ...(selector === undefined ? {} : { labelSelectorPath: selector }),
  };
}

/** The definitions that are known, by group and kind. */
export class Definitions {
  private readonly byKind = new Map<string, Definition[]>();

  add(definition: Definition): void {
    const key = `${definition.group}/${definition.kind}`;
    const known = this.byKind.get(key);
    if (known === undefined) this.byKind.set(key, [definition]);
    else known.push(definition);
  }

  get size(): number {
    return this.byKind.size;
  }

  /** The definition of a kind; of several the first that serves the version, else the last. Group and kind are case-sensitive. */
  find(apiVersion: string, kind: string): Definition | undefined {
    const slash = apiVersion.indexOf("/");
    const known = slash < 0 ? undefined : this.byKind.get(`${apiVersion.slice(0, slash)}/${kind}`);
    if (known === undefined) return undefined;
    const version = apiVersion.slice(slash + 1);
    return known.find(definition => servedVersion(definition, version) !== undefined) ?? known[known.length - 1];
  }
}

export function servedVersion({ versions }: Definition, name: string): Version | undefined {
  return versions.find(version => version.name === name && version.served);
}
