// Writes the schemas that are made from the program itself: schemas/config.schema.json. (`npm run generate` does it.)

import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { rules } from "../../rules/index.ts";
import { configSchema } from "../../src/config-schema.ts";

/** File name -> text. */
export function schemaFiles(): Record<string, string> {
  return { "config.schema.json": printed(configSchema(rules)) };
}

/** As the formatter has it: lists of words on one line where they fit. */
function printed(schema: object): string {
  const text = JSON.stringify(schema, null, 2).replace(
    /^(.*)\[\n([^[\]{}]*?)\n\s*\]/gm,
    (list, head: string, items: string) => {
      const line = `${head}[${items
        .split("\n")
        .map(item => item.trim())
        .join(" ")}]`;
      return line.length < 120 ? line : list;
    },
  );
  return `${text}\n`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [name, text] of Object.entries(schemaFiles())) {
    writeFileSync(new URL(`../../schemas/${name}`, import.meta.url), text);
  }
}
