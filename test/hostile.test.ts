// Every row of the table of hostile inputs, at a size that a test can take. `npm run hostile` runs them in full size, and measures.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../src/main.ts";
import { TABLE } from "./hostile/index.ts";
import { fault, type Happened, type Row, setUp } from "./hostile/row.ts";

async function happened(row: Row): Promise<Happened> {
  const directory = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
  try {
    setUp(row, directory, row.sizes?.[0] ?? 0);
    let text = "";
    const stream = {
      write: (part: string) => {
        text += part;
      },
      isTTY: false,
      columns: 80,
    };
    let time = 0;
    const status = await main({
      argv: row.argv ?? [],
      cwd: join(directory, row.cwd ?? ""),
      env: row.env ?? {},
      stdout: stream,
      stderr: stream,
      stdin: () => row.stdin ?? "",
      now: () => {
        row.meanwhile?.(directory);
        time += row.tick ?? 0;
        return time;
      },
    });
    return { status, text };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

describe.each(Object.entries(TABLE))("%s", (_, rows) => {
  it.each(rows.map(row => [row.input, row] as const))("%s", async (_, row) => {
    const reason = row.impossible?.();
    if (reason !== undefined) return console.warn(`"${row.input}" is not tried: ${reason}`);
    expect(fault(row, await happened(row))).toBeUndefined();
  });
});

describe("the table", () => {
  it("has rows enough, each once", () => {
    const inputs = Object.values(TABLE).flatMap(rows => rows.map(({ input }) => input));
    expect(inputs.length).toBeGreaterThan(200);
    expect(new Set(inputs).size).toBe(inputs.length);
  });
});
