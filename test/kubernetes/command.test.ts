import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isShell, programsOf, scriptOf } from "../../src/kubernetes/command.ts";
import { splitWords } from "../../src/kubernetes/words.ts";

describe("the script of an argument list", () => {
  it.each([
    [["sh", "-c", "a && b"], "a && b"],
    [["/bin/bash", "-ec", "a"], "a"],
    [["bash", "-e", "-c", "a"], "a"],
    [["sh", "check.sh"], undefined],
    [["curl", "-c", "jar"], undefined],
    [["sh", "-c"], undefined],
  ])("%j is %j", (words, script) => {
    expect(scriptOf(words)).toBe(script);
  });
});

describe("the programs of an argument list", () => {
  it.each([
    [["/usr/bin/curl", "-f", "x"], ["curl"]],
    [
      ["sh", "-c", "test -f /up && exec /bin/curl -f x | grep ok"],
      ["test", "curl", "grep"],
    ],
    [
      ["sh", "-c", "if pg_isready; then exit 0; fi"],
      ["pg_isready", "exit", "fi"],
    ],
    [["sh", "-c", "PGPASSWORD=x psql -l"], ["psql"]],
    [["sh", "-c", "timeout 5 redis-cli ping"], ["redis-cli"]],
    [
      ["sh", "-c", "echo $(hostname)"],
      ["echo", "hostname"],
    ],
    [[], []],
  ])("%j are %j", (words, programs) => {
    expect(programsOf(words)).toEqual(programs);
  });
});

it("knows shells of Windows, too, whatever their path", () => {
  expect(["sh", "/bin/ash", "cmd.exe", "C:\\Windows\\System32\\cmd", "PowerShell"].map(isShell)).toEqual(
    Array(5).fill(true),
  );
  expect(["shellcheck", "", undefined, "bashful"].map(isShell)).toEqual(Array(4).fill(false));
});

describe("the words of a line", () => {
  it.each([
    ["cat /tmp/healthy", ["cat", "/tmp/healthy"]],
    ["grep -q 'is up' \"a b\"", ["grep", "-q", "is up", "a b"]],
    ["a\\ b  c", ["a b", "c"]],
    ['say "\\"x\\" \\y" \'\'', ["say", '"x" \\y', ""]],
    ["it's open", undefined],
    ["   ", []],
  ])("%j are %j", (line, words) => {
    expect(splitWords(line)).toEqual(words);
  });

  it("are those that were quoted into it", () => {
    const quote = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;
    fc.assert(
      fc.property(fc.array(fc.string()), words => {
        expect(splitWords(words.map(quote).join(" "))).toEqual(words);
      }),
      { seed: 7 },
    );
  });
});
