// Long work tells what it does, where somebody looks; and says where the time went, where that is asked.

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../src/main.ts";
import { deployment, Repository } from "./support/repository.ts";

const CLEAR = "\r\u001b[K";
let repository: Repository;
beforeEach(() => {
  repository = new Repository();
  for (let at = 0; at < 30; at++) repository.write(`app-${at}/web.yaml`, deployment("web", "htpp"));
});
afterEach(() => repository.remove());

/** What is written, in its order; every look at the clock takes so many milliseconds. */
async function written(args: readonly string[], { isTTY = true, step = 50, columns = 80 } = {}) {
  const writes: { to: "out" | "err"; text: string }[] = [];
  const stream = (to: "out" | "err") => ({ write: (text: string) => void writes.push({ to, text }), isTTY, columns });
  let time = 0;
  const now = () => {
    time += step;
    return time;
  };
  const status = await main({
    argv: args,
    cwd: repository.path,
    env: { NO_COLOR: "1" },
    stdout: stream("out"),
    stderr: stream("err"),
    stdin: () => "",
    now,
  });
  const errors = writes.filter(({ to }) => to === "err").map(({ text }) => text);
  return { status, writes, errors, steps: errors.filter(text => text.startsWith(CLEAR) && text !== CLEAR) };
}

describe("progress", () => {
  it("is told on a terminal after a second, and taken away before the report", async () => {
    const { status, writes, steps } = await written(["."]);
    expect(status).toBe(1);
    expect(steps.length).toBeGreaterThan(5);
    expect(steps[0]).toMatch(/^\r\u001b\[Kkprobe-lint: reading \(\d+ of 30\)$/);
    expect(steps.join("\n")).toContain("checking against the API (");
    const report = writes.findIndex(({ to }) => to === "out");
    expect(writes[report - 1]).toEqual({ to: "err", text: CLEAR });
    expect(writes.slice(report).filter(({ to }) => to === "err")).toEqual([]);
  });

  it("is never wider than the terminal", async () => {
    const { steps } = await written(["."], { columns: 20 });
    expect(Math.max(...steps.map(text => text.length - CLEAR.length))).toBe(19);
  });

  it("is not told of a short run, nor where nobody looks", async () => {
    expect((await written(["."], { step: 0.1 })).errors).toEqual([]);
    expect((await written(["."], { isTTY: false })).errors).toEqual([]);
  });

  it("begins at once where there is much to read", async () => {
    repository.write(
      "large.yaml",
      `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a: ${"b".repeat(4_000_000)} }\n`,
    );
    const { steps } = await written(["large.yaml"], { step: 0 });
    expect(steps[0]).toBe(`${CLEAR}kprobe-lint: reading`);
  });

  it("leaves no line behind when the run fails", async () => {
    const { status, errors } = await written([".", "--format=json=missing/report.json"]);
    expect(status).toBe(2);
    expect(errors.at(-1)).toBe("kprobe-lint: cannot write missing/report.json: ENOENT: no such file or directory\n");
    expect(errors.at(-2)).toBe(CLEAR);
  });
});

describe("--timing and --statistics", () => {
  it("prints the milliseconds of every stage, in their order, and of all of them", async () => {
    const { errors } = await written([".", "--timing", "--format=concise"], { isTTY: false });
    const rows = errors.join("").trimEnd().split("\n");
    const stages = rows.map(row => /^(\w+) +(\d+\.\d) ms$/.exec(row)?.slice(1) ?? []);
    expect(stages.map(([stage]) => stage)).toEqual([
      "discover",
      "parse",
      "graph",
      "schema",
      "rules",
      "report",
      "write",
      "total",
    ]);
    const times = stages.map(([, time]) => Number(time));
    expect(times.slice(0, -1).reduce((sum, time) => sum + time, 0)).toBeLessThanOrEqual(times.at(-1) ?? 0);
    expect(Math.min(...times)).toBeGreaterThan(0);
  });

  it("has a line for policies where there are some", async () => {
    repository.write(
      "own/policy.yaml",
      `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: named }
spec: { validations: [{ expression: "object.metadata.name != ''" }] }
`,
    );
    const argv = [".", "--timing", "--format=concise", "--policies=own"];
    const { errors } = await written(argv, { isTTY: false });
    const rows = errors.join("").trimEnd().split("\n");
    const stages = rows.map(row => row.split(" ")[0]);
    expect(stages).toEqual(["discover", "parse", "graph", "schema", "rules", "policies", "report", "write", "total"]);
    expect(Number(/ (\d+\.\d) ms$/.exec(rows[5] ?? "")?.[1])).toBeGreaterThan(0);
  });

  it("counts findings by rule, most of them first; standard output stays the report", async () => {
    const { errors, writes } = await written([".", "--statistics", "--format=json"], { isTTY: false });
    const rows = errors
      .join("")
      .trimEnd()
      .split("\n")
      .map(row => row.trim().split("  "));
    const report = JSON.parse(
      writes
        .filter(({ to }) => to === "out")
        .map(({ text }) => text)
        .join(""),
    );
    const counts = rows.map(([count]) => Number(count));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(report.diagnostics.length);
    expect(rows).toContainEqual(["30", "probe-named-port-unresolved"]);
  });
});
