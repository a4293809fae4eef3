import { describe, expect, test } from "vitest";
import { toJson } from "../../src/yaml/json.ts";
import { SERVER_LIMITS } from "../../src/yaml/limits.ts";
import { parseDocument } from "../../src/yaml/parse.ts";

function json(yaml: string): string | undefined {
  const { root } = parseDocument(yaml, SERVER_LIMITS);
  return root === undefined ? undefined : toJson(root);
}

describe("JSON as encoding/json writes it", () => {
  test.each<[string, string]>([
    ["b: 1\na: [x, {d: 2, c: 3}]\n", '{"a":["x",{"c":3,"d":2}],"b":1}'],
    ['a: "<b> & \\u2028"\n', '{"a":"\\u003cb\\u003e \\u0026 \\u2028"}'],
    ['a: "\\x07\\t\\b\\f\\n\\e"\n', '{"a":"\\u0007\\t\\b\\f\\n\\u001b"}'],
    ["a: 1e21\nb: 3.0\nc: 9007199254740993\nd: -0.0\n", '{"a":1e+21,"b":3,"c":9007199254740993,"d":-0}'],
    ["é: 1\nz: 2\n😀: 3\n\ufb01: 4\n", '{"z":2,"é":1,"\ufb01":4,"😀":3}'],
    ["a: 1\na: 2\n", '{"a":2}'],
    ["__proto__: {x: 1}\nconstructor: 2\n", '{"__proto__":{"x":1},"constructor":2}'],
    ["[]\n", "[]"],
    ["{}\n", "{}"],
  ])("%j", (yaml, expected) => {
    expect(json(yaml)).toBe(expected);
  });

  test("nesting as deep as the server reads does not exhaust the stack", () => {
    const depth = 9_999;
    expect(json(`${"[".repeat(depth)}${"]".repeat(depth)}`)).toBe("[".repeat(depth) + "]".repeat(depth));
  });
});
