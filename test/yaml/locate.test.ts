import { describe, expect, test } from "vitest";
import type { Path } from "../../src/diagnostic.ts";
import { locate } from "../../src/yaml/locate.ts";
import { parseDocument } from "../../src/yaml/parse.ts";

const text = `kind: Pod
base: &b { x: 1, y: &t text }
spec:
  containers:
    - name: web
      args: [a, b]
      script: |
        echo
      empty:
    - - deep
  use: *b
  again: *t
  "quoted key": 'value'
`;

describe("the place of a path", () => {
  test.each<[Path, string]>([
    [["kind"], "Pod"],
    [["spec"], "spec"],
    [["spec", "containers"], "containers"],
    [["spec", "containers", 0], "name"],
    [["spec", "containers", 0, "name"], "web"],
    [["spec", "containers", 0, "args", 1], "b"],
    [["spec", "containers", 0, "script"], "script"],
    [["spec", "containers", 0, "empty"], "empty"],
    [["spec", "containers", 1], "deep"],
    [["spec", "use"], "use"],
    [["spec", "use", "x"], "1"],
    [["spec", "again"], "*t"],
    [["spec", "quoted key"], "'value'"],
    [["spec", "missing"], "spec"],
    [["spec", "containers", 0, "missing", "deeper"], "name"],
    [["spec", "containers", 7], "containers"],
    [["kind", "missing"], "Pod"],
    [[], "kind"],
  ])("%j", (path, expected) => {
    const { root } = parseDocument(text);
    if (root === undefined) throw new Error("the sample does not parse");
    const { start, end } = locate(root, path);
    expect(text.slice(start, end)).toBe(expected);
  });
});
