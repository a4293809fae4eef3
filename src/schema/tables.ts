// The compact schemas of schemas/kubernetes, read when a type is first needed.

export type Scalar =
  | "string"
  | "boolean"
  | "int32"
  | "int64"
  | "double"
  | "quantity"
  | "int-or-string"
  | "time"
  | "micro-time"
  | "bytes"
  | "any"
  | "schema-or-boolean"
  | "schema-or-list"
  | "schema-or-strings";

export type Type =
  | { readonly kind: "scalar"; readonly scalar: Scalar }
  | { readonly kind: "list"; readonly of: Type }
  | { readonly kind: "map"; readonly of: Type }
  | { readonly kind: "struct"; readonly name: string };

export interface FieldType {
  readonly type: Type;
  readonly required: boolean;
  /** The minor versions that have it; undefined: all that have the type. */
  readonly minors?: MinorRange;
}

export type Struct = ReadonlyMap<string, FieldType>;

/** Versions of Kubernetes as printed: `29` (since), `-24` (until), `26-28`, and several of them. */
export class MinorRange {
  private readonly runs: readonly (readonly [number, number])[];

  constructor(text: string) {
    this.runs = text.split(",").map(run => {
      const [from = "", to] = run.split("-");
      return [from === "" ? 0 : Number(from), to === undefined ? Number.POSITIVE_INFINITY : Number(to)];
    });
  }

  has(minor: number): boolean {
    return this.runs.some(([from, to]) => from <= minor && minor <= to);
  }

  /** `since 1.29`, `until 1.24`, `from 1.26 to 1.28`, `in 1.35 only`. */
  describe(): string {
    return this.runs
      .map(([from, to]) => {
        if (to === Number.POSITIVE_INFINITY) return `since 1.${from}`;
        if (from === 0) return `until 1.${to}`;
        return from === to ? `in 1.${from} only` : `from 1.${from} to 1.${to}`;
      })
      .join(" and ");
  }
}

const SCALARS: Readonly<Record<string, Scalar>> = {
  s: "string",
  b: "boolean",
  i: "int32",
  l: "int64",
  f: "double",
  q: "quantity",
  x: "int-or-string",
  t: "time",
  m: "micro-time",
  y: "bytes",
  a: "any",
  p: "schema-or-boolean",
  r: "schema-or-list",
  d: "schema-or-strings",
};

function parseType(text: string): Type {
  if (text.startsWith("[")) return { kind: "list", of: parseType(text.slice(1)) };
  if (text.startsWith("{")) return { kind: "map", of: parseType(text.slice(1)) };
  const scalar = SCALARS[text];
  return scalar === undefined ? { kind: "struct", name: text } : { kind: "scalar", scalar };
}

function parseStruct(text: string): Struct {
  const fields = new Map<string, FieldType>();
  if (text === "") return fields;
  for (const part of text.split(" ")) {
    const colon = part.lastIndexOf(":");
    const at = part.indexOf("@", colon);
    const name = part.slice(0, colon);
    const required = name.endsWith("!");
    const type = parseType(at < 0 ? part.slice(colon + 1) : part.slice(colon + 1, at));
    fields.set(required ? name.slice(0, -1) : name, {
      type,
      required,
      ...(at < 0 ? {} : { minors: new MinorRange(part.slice(at + 1)) }),
    });
  }
  return fields;
}

interface TypesModule {
  readonly types: Readonly<Record<string, string>>;
}

const MODULES: Readonly<Record<string, () => Promise<TypesModule>>> = {
  shared: () => import("../../schemas/kubernetes/shared.ts"),
  "": () => import("../../schemas/kubernetes/core.ts"),
  "admissionregistration.k8s.io": () => import("../../schemas/kubernetes/admissionregistration.k8s.io.ts"),
  "apiextensions.k8s.io": () => import("../../schemas/kubernetes/apiextensions.k8s.io.ts"),
  "apiregistration.k8s.io": () => import("../../schemas/kubernetes/apiregistration.k8s.io.ts"),
  apps: () => import("../../schemas/kubernetes/apps.ts"),
  "authentication.k8s.io": () => import("../../schemas/kubernetes/authentication.k8s.io.ts"),
  "authorization.k8s.io": () => import("../../schemas/kubernetes/authorization.k8s.io.ts"),
  autoscaling: () => import("../../schemas/kubernetes/autoscaling.ts"),
  batch: () => import("../../schemas/kubernetes/batch.ts"),
  "certificates.k8s.io": () => import("../../schemas/kubernetes/certificates.k8s.io.ts"),
  "coordination.k8s.io": () => import("../../schemas/kubernetes/coordination.k8s.io.ts"),
  "discovery.k8s.io": () => import("../../schemas/kubernetes/discovery.k8s.io.ts"),
  "events.k8s.io": () => import("../../schemas/kubernetes/events.k8s.io.ts"),
  "flowcontrol.apiserver.k8s.io": () => import("../../schemas/kubernetes/flowcontrol.apiserver.k8s.io.ts"),
  "networking.k8s.io": () => import("../../schemas/kubernetes/networking.k8s.io.ts"),
  "node.k8s.io": () => import("../../schemas/kubernetes/node.k8s.io.ts"),
  policy: () => import("../../schemas/kubernetes/policy.ts"),
  "rbac.authorization.k8s.io": () => import("../../schemas/kubernetes/rbac.authorization.k8s.io.ts"),
  "resource.k8s.io": () => import("../../schemas/kubernetes/resource.k8s.io.ts"),
  "scheduling.k8s.io": () => import("../../schemas/kubernetes/scheduling.k8s.io.ts"),
  "storage.k8s.io": () => import("../../schemas/kubernetes/storage.k8s.io.ts"),
};

const texts = new Map<string, string>();
const structs = new Map<string, Struct>();
const loaded = new Set<string>();

/** Loads the types of a group, and those that several groups share. */
export async function loadTypes(group: string): Promise<void> {
  for (const name of ["shared", group]) {
    if (loaded.has(name) || !Object.hasOwn(MODULES, name)) continue;
    const module = await MODULES[name]?.();
    for (const [type, fields] of Object.entries(module?.types ?? {})) texts.set(type, fields);
    loaded.add(name);
  }
}

/** The fields of a type whose group has been loaded. */
export function structOf(name: string): Struct {
  const known = structs.get(name);
  if (known !== undefined) return known;
  const struct = parseStruct(texts.get(name) ?? "");
  structs.set(name, struct);
  return struct;
}

/** All groups that have types of their own. */
export function groupsWithTypes(): string[] {
  return Object.keys(MODULES).filter(name => name !== "shared");
}
