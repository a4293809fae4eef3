// The drawings of the HTML report, as the command makes them, in a real browser.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { Browser, findChromium } from "../support/browser.ts";

const chromium = findChromium();
if (chromium === undefined) console.warn("SKIPPED: there is no Chromium; the drawings are not looked at");

describe.skipIf(chromium === undefined)("the drawings of a report", () => {
  const directory = mkdtempSync(join(tmpdir(), "kprobe-lint-drawings-"));
  const page = join(directory, "report.html");
  let browser: Browser;

  beforeAll(async () => {
    const shop = fileURLToPath(new URL("../../fixtures/projects/shop", import.meta.url));
    cpSync(shop, join(directory, "shop"), { recursive: true });
    const stream = { write: () => {}, isTTY: false, columns: 80 };
    await main({
      argv: ["shop", "--no-config", `--format=html=${page}`],
      cwd: directory,
      env: {},
      stdout: stream,
      stderr: stream,
      stdin: () => "",
      now: () => 0,
    });
    browser = new Browser(chromium ?? "");
    await browser.open(pathToFileURL(page).href);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(directory, { recursive: true });
  });

  it("are the graph with its broken edge, and rollout, pods and budgets of every workload", async () => {
    const texts = (selector: string) =>
      browser.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})].map(e => e.textContent.trim())`);
    expect(await texts("nav a")).toEqual(["Findings", "What reaches what", "Rollouts"]);
    expect(await texts(".kl-graph path.x ~ text")).toEqual(["✗ selector does not match"]);
    expect(await texts(".kl-sim h2")).toEqual([
      "Deployment shop/cart",
      "Deployment shop/orders",
      "Deployment shop/web",
    ]);
    const charts = `[...document.querySelectorAll(".kl-sim")].map(e => e.querySelectorAll("svg").length)`;
    for (const count of (await browser.evaluate(charts)) as number[]) expect(count).toBeGreaterThanOrEqual(3);
  });

  it("each have a size, a name for those who do not see it, and their numbers in a table", async () => {
    const poor = `[...document.querySelectorAll("svg")].filter(svg => svg.getAttribute("role") !== "img" || !(svg.getBoundingClientRect().width > 100)).length`;
    expect(await browser.evaluate(poor)).toBe(0);
    const bare = `[...document.querySelectorAll(".kl-sim .kl-scroll > svg")].filter(svg => !svg.parentElement.nextElementSibling?.querySelector("table")).length`;
    expect(await browser.evaluate(bare)).toBe(0);
  });

  it("fetch nothing, run nothing and leave the page's own style alone", async () => {
    expect(browser.requests).toEqual([pathToFileURL(page).href]);
    expect(browser.complaints).toEqual([]);
    expect(
      await browser.evaluate(`getComputedStyle(document.querySelector(".kl-sim svg rect:not([class=x])")).fill`),
    ).not.toBe("none");
  });
});
