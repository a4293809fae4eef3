// Which fields hold quantities: OpenAPI clients call them plain strings, kubernetes-models does not.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readText } from "./packages.ts";

/** `Type.field` for every field that is a quantity, or a list or map of quantities. The type without its version. */
export function readQuantities(dir: string): Set<string> {
  const result = new Set<string>();
  for (const file of declarations(dir)) {
    const text = readText(file);
    const type = /export interface I(\w+) \{([\s\S]*?)\n\}/.exec(text);
    if (type === null) continue;
    const [, name = "", body = ""] = type;
    const fields = body.replace(/\/\*[\s\S]*?\*\//g, "").split(/^\s*(?="[^"]+"\??: )/m);
    for (const field of fields)
      if (field.includes("ApiResourceQuantity")) result.add(`${name}.${/"([^"]+)"/.exec(field)?.[1]}`);
  }
  return result;
}

function declarations(dir: string): string[] {
  const versions = readdirSync(dir, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith("_"))
    .flatMap(group =>
      group.name === "v1" ? ["v1"] : readdirSync(join(dir, group.name)).map(name => `${group.name}/${name}`),
    )
    .map(path => join(dir, path));
  return versions
    .filter(path => existsSync(join(path, "index.js")))
    .flatMap(path => readdirSync(path).map(name => join(path, name)))
    .filter(path => path.endsWith(".d.ts") && !path.endsWith("index.d.ts"))
    .sort();
}
