import fc from "fast-check";
import { expect, test } from "vitest";
import { isPlaceholder } from "../src/field.ts";

test.each(["${A}", "a-${b.c}-d", "${}", "{{ .Values.x }}", "<% x %>", "$(NAME)", "${a}\n"])(
  "%j is filled in later",
  text => {
    expect(isPlaceholder(text)).toBe(true);
  },
);

test.each(["", "$A", "${A", "}${", "$(NAME) x", "$(a b)", "{ {", "< %", "$()"])("%j is what it is", text => {
  expect(isPlaceholder(text)).toBe(false);
});

test("says what one regex would say", () => {
  const plain = /\$\{[^}]*\}|\{\{|<%|^\$\([A-Za-z_]\w*\)$/;
  const texts = fc
    .array(fc.constantFrom("$", "{", "}", "(", ")", "<", "%", "A", "1", "\n", " "))
    .map(parts => parts.join(""));
  fc.assert(
    fc.property(texts, text => {
      expect(isPlaceholder(text)).toBe(plain.test(text));
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test("a text of opened variables is read once", () => {
  expect(isPlaceholder("${".repeat(1_000_000))).toBe(false);
});
