// Text as XML 1.0. Characters that XML cannot hold at all were made visible before.

import { visible } from "./visible.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** For attributes and for text alike; `##[` is broken up, since the file may be printed into a log. */
export function xmlText(text: string): string {
  return visible(text)
    .replace(/[&<>"']/g, character => ENTITIES[character] ?? character)
    .replace(/##(?=\[|vso\[)/gi, "#&#35;");
}

export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join("");
}
