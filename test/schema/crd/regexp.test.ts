import fc from "fast-check";
import { expect, test } from "vitest";
import { compilePattern } from "../../../src/schema/crd/regexp.ts";

function matches(pattern: string, text: string): boolean {
  const { pattern: compiled, error } = compilePattern(pattern);
  if (compiled === undefined) throw new Error(error);
  return compiled.test(text);
}

test.each([
  ["b+", "abba", true],
  ["^b+$", "abba", false],
  ["^$", "", true],
  ["^[a-z]([-a-z0-9]*[a-z0-9])?$", "my-name", true],
  ["^[a-z]([-a-z0-9]*[a-z0-9])?$", "my-name-", false],
  ["^a{2,3}$", "aaaa", false],
  ["^a{2,}$", "aaaa", true],
  ["^a{,2}$", "a{,2}", true],
  ["^(?i)straße$", "STRAßE", true],
  ["(?i:AB)c", "abc", true],
  ["(?i:AB)c", "abC", false],
  ["^.$", "\n", false],
  ["(?s)^.$", "\n", true],
  ["^[^a]$", "\n", true],
  ["(?m)^b$", "a\nb\nc", true],
  ["^b$", "a\nb\nc", false],
  ["\\d", "٣", false],
  ["^\\s$", "\u00a0", false],
  ["^\\w+$", "a_1", true],
  ["\\bcat\\b", "a cat.", true],
  ["\\Bcat", "a cat", false],
  ["^\\p{Greek}+$", "αβγ", true],
  ["^\\pN$", "٣", true],
  ["^\\PN$", "٣", false],
  ["^[[:alpha:]_]+$", "a_b", true],
  ["^[[:^digit:]]$", "5", false],
  ["^[]a]+$", "]a]", true],
  ["^[a-]+$", "a-a", true],
  ["^\\Qa.b\\E$", "a.b", true],
  ["^\\Qa.b\\E$", "axb", false],
  ["^\\x41\\x{1F600}\\101$", "A😀A", true],
  ["^.$", "😀", true],
  ["(?P<year>\\d{4})-(?<month>\\d\\d)", "2024-02", true],
  ["a|^$|c", "b", false],
  ["^(a*)*$", "aaa", true],
  ["^(|a)+$", "aaa", true],
  ["(?U)a+", "caaa", true],
  ["\\Aab\\z", "ab", true],
  ["^\\$\\{\\}$", "${}", true],
])("%s on %j: %s", (pattern, text, expected) => {
  expect(matches(pattern, text)).toBe(expected);
});

test.each([
  ["[", "missing closing ]"],
  ["(", "missing closing )"],
  ["a)", "unexpected )"],
  ["*a", "missing argument to repetition operator"],
  ["a**", "invalid nested repetition operator"],
  ["a{2}{3}", "invalid nested repetition operator"],
  ["a{1001}", "invalid repeat count"],
  ["a{3,2}", "invalid repeat count"],
  ["((a{100}){100}){100}", "invalid repeat count"],
  ["(?=a)", "invalid or unsupported Perl syntax"],
  ["(?!a)", "invalid or unsupported Perl syntax"],
  ["(a)\\1", "invalid escape sequence"],
  ["\\Z", "invalid escape sequence"],
  ["[z-a]", "invalid character class range"],
  ["[[:word:]", "missing closing ]"],
  ["\\p{Nothing}", "invalid character class range"],
  ["a\\", "trailing backslash"],
])("%s does not compile: %s", (pattern, message) => {
  expect(compilePattern(pattern).error).toContain(message);
});

test("patterns that make backtracking explode are matched in linear time", () => {
  const text = `${"a".repeat(3000)}b`;
  expect(matches("^(a+)+$", text)).toBe(false);
  expect(matches("^(a|a)*$", text)).toBe(false);
  expect(matches("^(a*)*(a*)*c", text)).toBe(false);
});

test("a program too long to run passes everything", () => {
  expect(matches("(\\w{900}){1}", "x".repeat(300_000))).toBe(true);
});

test("nesting without end is refused, not followed", () => {
  expect(compilePattern("(".repeat(5000)).error).toContain("nests too deeply");
});

test("agrees with JavaScript where both dialects mean the same", () => {
  const atom = fc.constantFrom("a", "b", ".", "[ab]", "[^a]", "\\d", "\\w", "(?:ab)", "(a|b)", "(?:a|)", "[0-9a]");
  const piece = fc
    .tuple(atom, fc.constantFrom("", "", "*", "+", "?", "{2}", "{1,3}", "{0,}"))
    .map(parts => parts.join(""));
  const branch = fc.array(piece, { maxLength: 5 }).map(parts => parts.join(""));
  const source = fc
    .tuple(fc.constantFrom("", "^"), branch, fc.constantFrom("", "|b+"), fc.constantFrom("", "$"))
    .map(parts => parts.join(""));
  const text = fc.array(fc.constantFrom("a", "b", "1", "_", "-"), { maxLength: 12 }).map(parts => parts.join(""));
  fc.assert(
    fc.property(source, text, (pattern, value) => {
      expect(matches(pattern, value)).toBe(new RegExp(pattern, "u").test(value));
    }),
    { seed: 7, numRuns: 3000 },
  );
});
