import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { replaceFile } from "../src/write.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("replacing a file", () => {
  it("keeps its mode and leaves nothing beside it", () => {
    const path = join(folder, "a.yaml");
    writeFileSync(path, "old");
    chmodSync(path, 0o640);
    replaceFile(path, Buffer.from("new"));
    expect(readFileSync(path, "utf8")).toBe("new");
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(["a.yaml"]);
  });

  it("follows a link and leaves it one", () => {
    mkdirSync(join(folder, "real"));
    writeFileSync(join(folder, "real", "a.yaml"), "old");
    symlinkSync(join("real", "a.yaml"), join(folder, "link.yaml"));
    replaceFile(join(folder, "link.yaml"), Buffer.from("new"));
    expect(lstatSync(join(folder, "link.yaml")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "real", "a.yaml"), "utf8")).toBe("new");
  });

  it("makes a file that was not there", () => {
    replaceFile(join(folder, "new.json"), Buffer.from("{}"));
    expect(readFileSync(join(folder, "new.json"), "utf8")).toBe("{}");
  });

  it("leaves everything as it was when it cannot", () => {
    mkdirSync(join(folder, "taken"));
    writeFileSync(join(folder, "taken", "inside"), "x");
    expect(() => replaceFile(join(folder, "taken"), Buffer.from("new"))).toThrow();
    expect(readdirSync(folder)).toEqual(["taken"]);
    expect(() => replaceFile(join(folder, "missing", "a"), Buffer.from("new"))).toThrow();
    expect(existsSync(join(folder, "missing"))).toBe(false);
  });
});
