import fc from "fast-check";
import { expect, it } from "vitest";
import { stringify } from "yaml";
import { sourceOffset } from "../../src/policy/source-offset.ts";
import { readSource } from "../../src/yaml/documents.ts";

const WORDS = ["object.x", "&&", "'a'", '"b"', "\\d", "é", "😀", "c.all(x,", "true)", "# no comment", ": ", "-1"];
const TYPES = ["PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED"] as const;

it("every character of a value is found in its source, however it is written", async () => {
  const texts = fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(" ", "\n", "\n  ")), {
    minLength: 1,
    maxLength: 12,
  });
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom(...TYPES), async (words, type) => {
      const value = words
        .map(parts => parts.join(""))
        .join("")
        .trim();
      const yaml = stringify({ key: value }, { defaultStringType: type, lineWidth: 24 });
      const [document] = await readSource(yaml);
      const root = document?.root;
      const node = root?.kind === "map" ? root.entries[0]?.value : undefined;
      if (node?.kind !== "scalar" || typeof node.value !== "string") throw new Error(`no text: ${yaml}`);
      const source = yaml.slice(node.start, node.end);
      for (let index = 0; index < node.value.length; index++) {
        const character = node.value[index] ?? "";
        if (/[\s'"\\]/.test(character)) continue;
        const at = sourceOffset(source, node.value, index);
        expect([at === undefined ? undefined : source[at], yaml, index]).toEqual([character, yaml, index]);
        compared++;
      }
    }),
    { seed: 11, numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(2000);
});

it.each([
  ['"a\\tb\\u0041c"', "a\tbAc", 4, 11],
  ['"a\\\n   b"', "ab", 1, 7],
  ["'it''s x'", "it's x", 5, 7],
  ["|-\n  a\n\n  b", "a\n\nb", 3, 10],
  ['"\\U0001F600x"', "😀x", 2, 11],
  ["abc", "abc", 3, 3],
])("%s: %s at %i", (source, value, offset, at) => {
  expect(sourceOffset(source, value, offset)).toBe(at);
});

it("a source that is another's gives no place", () => {
  expect(sourceOffset("abd", "abc", 3)).toBeUndefined();
  expect(sourceOffset("", "abc", 1)).toBeUndefined();
});
