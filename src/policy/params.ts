// The parameters a binding refers to (apiserver/pkg/admission/plugin/policy/generic/policy_dispatcher.go CollectParams).

import type { Field } from "../field.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { labelSelector, labelsOf, matches } from "../kubernetes/selector.ts";
import { servedKind } from "../schema/versions.ts";
import { fromJson, type Value } from "./cel/values.ts";
import type { Policy } from "./compile.ts";
import type { JsonObject } from "./defaults.ts";
import { defaultedObject } from "./object.ts";

export class Parameters {
  private readonly resources: readonly Resource[];
  private readonly minor: number;
  private readonly values = new Map<Resource, Value>();

  constructor(resources: readonly Resource[], minor: number) {
    this.resources = resources;
    this.minor = minor;
  }

  /** Whether anything of a kind can be found: it is built in, or there are objects of it. */
  knows({ apiVersion, kind }: NonNullable<Policy["paramKind"]>): boolean {
    return (
      servedKind(apiVersion, kind, this.minor) !== undefined ||
      this.resources.some(resource => resource.apiVersion === apiVersion && resource.kind === kind)
    );
  }

  /** The objects a reference names, by their names; a message where the reference itself cannot be followed. */
  find(kind: NonNullable<Policy["paramKind"]>, reference: Field, namespace: string): readonly Resource[] | string {
    const namespaced = servedKind(kind.apiVersion, kind.kind, this.minor)?.namespaced ?? this.isNamespaced(kind);
    const given = text(reference.get("namespace"));
    if (!namespaced && given !== "") return "paramRef.namespace must not be provided for a cluster-scoped `paramKind`";
    if (namespaced && given === "" && namespace === "")
      return "cannot use namespaced paramRef in policy binding that matches cluster-scoped resources";
    const where = given === "" ? namespace : given;
    const name = text(reference.get("name"));
    const selector = labelSelector(reference.get("selector"));
    return this.resources
      .filter(resource => resource.apiVersion === kind.apiVersion && resource.kind === kind.kind)
      .filter(resource => !namespaced || (resource.namespace ?? "default") === where)
      .filter(resource =>
        name === ""
          ? selector !== undefined && matches(selector, labelsOf(resource.metadata.get("labels")))
          : resource.name === name,
      )
      .sort((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1));
  }

  private isNamespaced(kind: NonNullable<Policy["paramKind"]>): boolean {
    return this.resources.some(
      resource =>
        resource.apiVersion === kind.apiVersion && resource.kind === kind.kind && resource.namespace !== undefined,
    );
  }

  valueOf(resource: Resource): Value {
    let value = this.values.get(resource);
    if (value === undefined) {
      const kind = servedKind(resource.apiVersion, resource.kind, this.minor);
      const json: JsonObject =
        kind === undefined
          ? (resource.root.toValue() as JsonObject)
          : defaultedObject(resource.root, kind, resource.namespace ?? "default", this.minor);
      value = fromJson(json);
      this.values.set(resource, value);
    }
    return value;
  }
}

function text(field: Field): string {
  return typeof field.scalar === "string" ? field.scalar : "";
}
