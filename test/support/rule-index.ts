// Writes rules/index.ts: every rule file, sorted. (`npm run generate` does it too.)

import { readdirSync, writeFileSync } from "node:fs";

const folder = new URL("../../rules/", import.meta.url);
const ids = readdirSync(folder)
  .filter(name => name.endsWith(".ts") && name !== "index.ts")
  .map(name => name.slice(0, -3))
  .sort();
const camel = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const imports = ids.map(id => `import ${camel(id)} from "./${id}.ts";`);
const list = ids.map(id => `  ${camel(id)},`);

writeFileSync(
  new URL("index.ts", folder),
  `// Every rule, one line each, sorted.

import type { AnyRule } from "../src/rule.ts";
${imports.join("\n")}

export const rules: readonly AnyRule[] = [
${list.join("\n")}
];
`,
);
