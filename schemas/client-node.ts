// Reads kinds, types and fields out of the generated models of @kubernetes/client-node.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { readText, scriptsIn } from "./packages.ts";

export interface RawField {
  /** As the package states it: `string`, `Array<V1Container>`, `{ [key: string]: string; }`. */
  readonly type: string;
  readonly format: string;
  readonly required: boolean;
}

export interface RawKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly type: string;
  readonly namespaced: boolean;
}

/** One version of Kubernetes. */
export interface Release {
  readonly kinds: readonly RawKind[];
  readonly types: ReadonlyMap<string, ReadonlyMap<string, RawField>>;
}

export function readClient(dir: string): Release {
  const gen = join(dir, "dist/gen");
  const [models, apis] = existsSync(join(gen, "models")) ? ["models", "apis"] : ["model", "api"];
  return { kinds: readKinds(gen, apis), types: readTypes(join(gen, models)) };
}

/** Objects that can be created: a body sent to a collection. */
function readKinds(gen: string, apis: string): RawKind[] {
  const kinds = new Map<string, RawKind>();
  for (const file of exportedApis(gen, apis)) {
    const script = readText(gen, apis, file);
    let path = "";
    for (const [, newPath, type] of script.matchAll(
      /localVarPath = (?:this\.basePath \+ )?'([^']*)'|ObjectSerializer\.serialize\(body, "([^"]*)"/g,
    )) {
      if (newPath !== undefined) path = newPath;
      else if (type !== undefined) {
        const kind = kindAt(path, type);
        if (kind !== undefined) kinds.set(`${kind.group}/${kind.version}/${kind.kind}`, kind);
      }
    }
  }
  return [...kinds.values()];
}

/** Later packages still carry files of APIs that are gone; only what the index exports is real. */
function exportedApis(gen: string, apis: string): string[] {
  const files = scriptsIn(join(gen, apis)).filter(name => /V\d\w*Api\.js$/.test(name));
  const index = apis === "apis" ? readText(gen, "index.js") : readText(gen, apis, "apis.js");
  return files.filter(name => {
    const api = name.replace(/\.js$/, "");
    return apis === "apis" ? index.includes(`Object${api} as ${api}`) : index.includes(`require("./${api}")`);
  });
}

function kindAt(path: string, type: string): RawKind | undefined {
  const match = /^\/(?:api|apis\/([^/]+))\/(v\d\w*)\/(namespaces\/\{namespace\}\/)?[a-z]+$/.exec(path);
  const kind = /V\d+(?:(?:alpha|beta)\d+)?([A-Z]\w*)$/.exec(type)?.[1];
  if (match === null || kind === undefined || kind === "DeleteOptions") return undefined;
  const [, group = "", version = "", namespace] = match;
  return { group, version, kind, type, namespaced: namespace !== undefined };
}

function readTypes(dir: string): Map<string, Map<string, RawField>> {
  const types = new Map<string, Map<string, RawField>>();
  for (const file of scriptsIn(dir)) {
    const table = /\.attributeTypeMap = (\[[\s\S]*?\n\]);/.exec(readText(dir, file))?.[1];
    if (table === undefined) continue;
    const declared = readText(dir, file.replace(/\.js$/, ".d.ts"));
    const required = new Set([...declared.matchAll(/^ {4}'([^']+)': /gm)].map(match => match[1]));
    const attributes = JSON.parse(table) as { name: string; baseName: string; type: string; format?: string }[];
    const fields = new Map<string, RawField>();
    for (const { name, baseName, type, format = "" } of attributes)
      fields.set(baseName, { type, format, required: required.has(name) });
    const name = file.replace(/\.js$/, "");
    types.set(name[0]?.toUpperCase() + name.slice(1), fields);
  }
  return types;
}
