// The variables that expressions of a policy see, and their types (apiserver/pkg/admission/plugin/cel/compile.go, environment.go).

import { DYN, parseType, type Type } from "./cel/types.ts";

type Fields = { readonly [name: string]: string | Type };

function structType(name: string, fields: Fields): Type {
  const types = new Map(
    Object.entries(fields).map(([key, type]) => [key, typeof type === "string" ? parseType(type) : type]),
  );
  return { kind: "struct", name, field: key => types.get(key) };
}

const GROUP_VERSION_KIND = structType("kubernetes.GroupVersionKind", {
  group: "string",
  version: "string",
  kind: "string",
});
const GROUP_VERSION_RESOURCE = structType("kubernetes.GroupVersionResource", {
  group: "string",
  version: "string",
  resource: "string",
});

const REQUEST = structType("kubernetes.AdmissionRequest", {
  kind: GROUP_VERSION_KIND,
  resource: GROUP_VERSION_RESOURCE,
  subResource: "string",
  requestKind: GROUP_VERSION_KIND,
  requestResource: GROUP_VERSION_RESOURCE,
  requestSubResource: "string",
  name: "string",
  namespace: "string",
  operation: "string",
  userInfo: structType("kubernetes.UserInfo", {
    username: "string",
    uid: "string",
    groups: "list(string)",
    extra: "map(string, list(string))",
  }),
  dryRun: "bool",
  options: "dyn",
});

const NAMESPACE = structType("kubernetes.Namespace", {
  metadata: structType("kubernetes.NamespaceMetadata", {
    name: "string",
    generateName: "string",
    namespace: "string",
    labels: "map(string, string)",
    annotations: "map(string, string)",
    UID: "string",
    creationTimestamp: "timestamp",
    deletionGracePeriodSeconds: "int",
    deletionTimestamp: "timestamp",
    generation: "int",
    resourceVersion: "string",
    finalizers: "list(string)",
  }),
  spec: structType("kubernetes.NamespaceSpec", { finalizers: "list(string)" }),
  status: structType("kubernetes.NamespaceStatus", { phase: "string" }),
});

export interface Declared {
  readonly params: boolean;
  readonly authorizer: boolean;
  /** Types of the variables composed so far; undefined where `variables` is not to be seen. */
  readonly variables?: ReadonlyMap<string, Type>;
  /** The type of the object, where it is known. */
  readonly object?: Type;
}

export function declaredVariables({ params, authorizer, variables, object = DYN }: Declared): Map<string, Type> {
  const declared = new Map<string, Type>([
    ["object", object],
    ["oldObject", object],
    ["request", REQUEST],
    ["namespaceObject", NAMESPACE],
  ]);
  if (params) declared.set("params", DYN);
  if (authorizer) {
    declared.set("authorizer", parseType("kubernetes.authorization.Authorizer"));
    declared.set("authorizer.requestResource", parseType("kubernetes.authorization.ResourceCheck"));
  }
  if (variables !== undefined) {
    const types = new Map(variables);
    declared.set("variables", { kind: "struct", name: "kubernetes.variables", field: name => types.get(name) });
  }
  return declared;
}
