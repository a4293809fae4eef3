import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fateOf, statementsOf } from "../../src/kubernetes/shell.ts";

describe("the commands of a script", () => {
  const words = (script: string) => statementsOf(script)?.map(statement => statement.words.join(" "));

  it("are told apart by operators and line breaks", () => {
    expect(words("a; b && c || d\ne & f | g")).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
    expect(statementsOf("a && b & c")?.map(({ before, after }) => [before, after])).toEqual([
      ["", "&&"],
      ["&&", "&"],
      ["&", ""],
    ]);
  });

  it("keep quotes, substitutions and redirections whole", () => {
    expect(words(`echo "a; b" 'c | d' $(e; f) \${g:-h;i} \`j; k\``)).toHaveLength(1);
    expect(words("run >/dev/null 2>&1; next &>log")).toEqual(["run >/dev/null 2>&1", "next &>log"]);
    expect(words("a \\\n b # c; d\n e")).toEqual(["a b", "e"]);
  });

  it("are one where they form a loop, a condition or a group", () => {
    expect(words("while true; do a; b; done; c")).toHaveLength(2);
    expect(words("if a; then for x in 1 2; do b; done; fi")).toHaveLength(1);
    expect(words("{ a; b; }; (c; d)")).toHaveLength(2);
    expect(statementsOf("case $1 in a) b;; esac")?.[0]?.isCompound).toBe(true);
  });

  it("are not known where something does not end", () => {
    for (const script of ["echo 'a", 'echo "a', "while true; do a", "echo $(a", "(a"])
      expect(statementsOf(script), script).toBeUndefined();
  });

  it("are one with every word that opens something, at its beginning", () => {
    for (const loop of ["until a; do b; done", "select x in a; do b; done", "function f { a; }"])
      expect(words(`${loop}; c`), loop).toHaveLength(2);
    expect(words("echo if; a; b")).toEqual(["echo if", "a", "b"]);
    expect(words("a fi; b done; c")).toEqual(["a fi", "b done", "c"]);
    expect(words("fi; a; b")).toEqual(["fi", "a", "b"]);
  });

  it("keep the operator before a line break", () => {
    const operators = (script: string) => statementsOf(script)?.map(({ before, after }) => `${before} ${after}`);
    expect(operators("a &&\nb")).toEqual([" &&", "&& "]);
    expect(operators("a\n\nb")).toEqual([" ;", "; "]);
    expect(operators("a;\n| b")).toEqual([" ;", "| "]);
    expect(operators("\n& a")).toEqual(["& "]);
  });

  it("start where they say", () => {
    const script = "cd /srv && npm start";
    expect(statementsOf(script)?.map(({ start }) => script.slice(start))).toEqual([script, "npm start"]);
  });

  it("are found in any text, in time, in order and in place", () => {
    const part = fc.constantFrom(
      "a",
      " ",
      ";",
      "&",
      "|",
      "&&",
      "\n",
      "'",
      '"',
      "$(",
      ")",
      "{",
      "}",
      "if ",
      "fi",
      "\\",
      "#",
      "`",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), parts => {
        const script = parts.join("");
        const starts = (statementsOf(script) ?? []).map(({ start }) => start);
        expect([...starts].sort((a, b) => a - b)).toEqual(starts);
        expect(starts.every(start => start < script.length)).toBe(true);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe("what SIGTERM meets", () => {
  it.each([
    ["touch /tmp/healthy; sleep 30; rm -rf /tmp/healthy; sleep 600", "deaf"],
    ["while true; do date; sleep 1; done", "swallowed"],
    ["web | tee log", "swallowed"],
    ["web & wait", "swallowed"],
    ["tail -f /dev/null", "deaf"],
    ["cd /srv && npm start", "depends on the shell"],
    ["A=1 web", "nearly always passed"],
    ["setup; exec web", "handled"],
    ["trap exit TERM; while true; do a; done", "handled"],
    ["if [ -n '$A' ]; then exec a; else exec b; fi", "handled"],
    ["exec 2>/dev/null; a; sleep 1", "deaf"],
    ["", "handled"],
    ["echo 'unclosed", "handled"],
  ] as const)("%s: %s", (script, fate) => {
    expect(fateOf(script)).toBe(fate);
  });
});
