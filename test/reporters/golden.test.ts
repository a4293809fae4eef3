// One report, one golden file a format. UPDATE=1 writes them anew; then read the difference.

import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { REPORTERS } from "../../src/reporters/index.ts";
import { OPTIONS, REPORT, reportOf } from "./sample.ts";

const folder = new URL("../../fixtures/reports/", import.meta.url);

function golden(name: string, text: string): void {
  const file = new URL(name, folder);
  if (process.env.UPDATE === "1") writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, "utf8"));
}

const ENDINGS: Readonly<Record<string, string>> = {
  json: "json",
  sarif: "sarif.json",
  gitlab: "json",
  rdjson: "json",
  junit: "xml",
  checkstyle: "xml",
  html: "html",
  markdown: "md",
};

describe.each(Object.keys(REPORTERS))("%s", name => {
  it("prints what it did", async () => {
    const reporter = await REPORTERS[name]?.();
    golden(`${name}.${ENDINGS[name] ?? "txt"}`, reporter?.(REPORT, OPTIONS) ?? "");
  });

  it("has something to say of a clean run, and ends its last line", async () => {
    const reporter = await REPORTERS[name]?.();
    const text = reporter?.(reportOf([]), OPTIONS) ?? "";
    const silent = ["concise", "github", "azure"];
    if (silent.includes(name)) expect(text).toBe("");
    else expect(text).toMatch(/[^\n]\n$/);
  });
});

describe("pretty", () => {
  it.each([
    ["pretty-color.txt", { color: true, hyperlinks: true }],
    ["pretty-narrow.txt", { width: 40, wrap: true }],
    ["pretty-ascii.txt", { width: 60, ascii: true }],
    ["pretty-stdin.txt", { withoutContext: true, textOf: () => undefined }],
  ])("%s", async (name, options) => {
    const reporter = await REPORTERS.pretty?.();
    golden(name, reporter?.(REPORT, { ...OPTIONS, ...options }) ?? "");
  });
});
