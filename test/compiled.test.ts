// The compiled code that is kept between runs. From 22.1 on Node keeps it by itself, and there is nothing of ours to try.

import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import * as nodeModule from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCompiled } from "../src/compiled.ts";

let home = "";
let directory = "";

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
  directory = join(home, "kept");
  writeFileSync(join(home, "main.js"), 'exports.answer = () => require("./part.js").six * 7;');
  writeFileSync(join(home, "part.js"), "exports.six = 6;");
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

function run(): unknown {
  const { exports, keep } = loadCompiled(join(home, "main.js"), {
    ...{ directory, platform: process.version, userId: process.getuid?.() },
  });
  const answer = (exports as { answer: () => number }).answer();
  keep();
  return answer;
}

/** `main 2`: the part, and how many runs its file has served. */
const kept = () => readdirSync(directory).map(name => name.replace(/^(\w+)-.*-(\d+)\.code$/, "$1 $2"));

const isOurs = !("enableCompileCache" in nodeModule);

describe.runIf(isOurs)("compiled code", () => {
  it("is kept for every file that was loaded, and counts its runs", () => {
    for (let runs = 1; runs <= 5; runs++) {
      expect(run()).toBe(42);
      expect(kept()).toEqual([`main ${runs}`, `part ${runs}`]);
    }
  });

  it("is made anew where it does not fit", () => {
    const main = join(home, "main.js");
    const { atime, mtime } = statSync(main);
    run();
    run();
    for (const name of readdirSync(directory)) writeFileSync(join(directory, name), "something else");
    // The engine remembers what it compiled in this process: another text, under the same name.
    writeFileSync(main, readFileSync(main, "utf8").replace("* 7", "* 8"));
    utimesSync(main, atime, mtime);
    expect(run()).toBe(48);
    expect(kept().filter(name => name.startsWith("main"))).toEqual(["main 1"]);
  });

  it("is not taken from a directory that others may write to", () => {
    run();
    const before = kept();
    chmodSync(directory, 0o777);
    expect(run()).toBe(42);
    expect(kept()).toEqual(before);
  });

  it("of old installations is forgotten in the end", () => {
    run();
    for (let index = 0; index < 40; index++) writeFileSync(join(directory, `main-old-${index}-1.code`), "");
    run();
    expect(kept().length).toBe(24);
  });
});

it("is no condition for running", () => {
  const { exports } = loadCompiled(join(home, "main.js"), {
    ...{ directory: undefined, platform: process.version, userId: undefined },
  });
  expect((exports as { answer: () => number }).answer()).toBe(42);
});
