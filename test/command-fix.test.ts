// --fix on real files: encodings, modes, links, and files that are not what they were.

import {
  chmodSync,
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
import { main } from "../src/main.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pod = (seconds: string, note = "note") => `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers:
    - name: web # ${note}
      image: example.com/web:1.0.0
      readinessProbe: { httpGet: { port: 80 }, periodSeconds: ${seconds} }
`;

async function run(argv: readonly string[], { isTTY = false, now = (): number => 0, cwd = folder } = {}) {
  const out = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof out) => ({
    write: (text: string) => {
      out[name] += text;
    },
    isTTY,
    columns: 80,
  });
  const status = await main({
    argv: ["--select", "probe-zero-defaulted", "--no-context", "--format", "concise", ...argv],
    ...{ cwd, env: {}, stdout: stream("stdout"), stderr: stream("stderr"), stdin: () => "", now },
  });
  return { status, ...out };
}

const path = (name: string) => join(folder, name);

describe("files keep", () => {
  it.each([
    ["UTF-16, little end first", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16, big end first", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["UTF-8 with a mark", (text: string) => Buffer.from(`\ufeff${text}`)],
    ["UTF-8", (text: string) => Buffer.from(text)],
    ["CRLF", (text: string) => Buffer.from(text.replaceAll("\n", "\r\n"))],
  ])("their encoding: %s", async (_, encode) => {
    writeFileSync(path("a.yaml"), encode(pod("0", "größer 🙂")));
    expect(await run(["a.yaml", "--fix"])).toMatchObject({ status: 0, stdout: "" });
    expect(readFileSync(path("a.yaml")).equals(encode(pod("10", "größer 🙂")))).toBe(true);
    expect(readdirSync(folder)).toEqual(["a.yaml"]);
  });

  it("their mode, and links stay links", async () => {
    writeFileSync(path("real.yaml"), pod("0"));
    chmodSync(path("real.yaml"), 0o600);
    symlinkSync("real.yaml", path("link.yaml"));
    await run(["link.yaml", "--fix"]);
    expect(lstatSync(path("link.yaml")).isSymbolicLink()).toBe(true);
    expect(readFileSync(path("real.yaml"), "utf8")).toBe(pod("10"));
    expect(statSync(path("real.yaml")).mode & 0o777).toBe(0o600);
  });
});

describe("files are left alone", () => {
  it("when they are no valid UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from("# \xe4\n", "latin1"), Buffer.from(pod("0"))]);
    writeFileSync(path("a.yaml"), bytes);
    const { status, stdout } = await run(["a.yaml", "--fix", "--select", "yaml-syntax,probe-zero-defaulted"]);
    expect(stdout).toContain("byte 0xe4 is not valid UTF-8");
    expect(status).toBe(1);
    expect(readFileSync(path("a.yaml")).equals(bytes)).toBe(true);
  });

  it("when they changed since they were read", async () => {
    writeFileSync(path("a.yaml"), pod("0"));
    // The clock is first read when the run begins and when it has found the files; then stages begin.
    let times = 0;
    const now = () => {
      if (++times > 3) writeFileSync(path("a.yaml"), `${pod("0")}# somebody else's\n`);
      return 0;
    };
    const { status, stderr } = await run(["a.yaml", "--fix"], { now });
    expect(status).toBe(2);
    expect(stderr).toContain("cannot write a.yaml: it changed in the meantime");
    expect(readFileSync(path("a.yaml"), "utf8")).toBe(`${pod("0")}# somebody else's\n`);
  });

  it("when only the difference is asked for", async () => {
    writeFileSync(path("a.yaml"), pod("0"));
    const { stdout } = await run(["a.yaml", "--fix", "--diff"]);
    expect(stdout).toContain("+      readinessProbe: { httpGet: { port: 80 }, periodSeconds: 10 }\n");
    expect(readFileSync(path("a.yaml"), "utf8")).toBe(pod("0"));
  });

  it("when they are not among those asked for", async () => {
    writeFileSync(path("a.yaml"), pod("0"));
    writeFileSync(path("b.yaml"), pod("0").replace("name: web }", "name: other }"));
    await run(["a.yaml", "--fix"]);
    expect(readFileSync(path("a.yaml"), "utf8")).toBe(pod("10"));
    expect(readFileSync(path("b.yaml"), "utf8")).toContain("periodSeconds: 0");
  });
});

it("a difference names files as they are seen from where the command runs", async () => {
  mkdirSync(path(".git"));
  mkdirSync(path("apps"));
  writeFileSync(path("apps/a.yaml"), pod("0"));
  expect((await run(["a.yaml", "--diff"], { cwd: path("apps") })).stdout).toMatch(
    /^--- a\/a\.yaml\n\+\+\+ b\/a\.yaml\n/,
  );
  expect((await run(["apps", "--diff"])).stdout).toMatch(/^--- a\/apps\/a\.yaml\n/);
});

it("a difference acts on no terminal, and goes into a pipe as it is", async () => {
  writeFileSync(path("a.yaml"), pod("0", "left\u202eright"));
  expect((await run(["a.yaml", "--diff"])).stdout).toContain("left\u202eright");
  const shown = (await run(["a.yaml", "--diff"], { isTTY: true })).stdout;
  expect(shown).toContain("left\\u202eright");
  expect(shown).not.toContain("\u202e");
});
