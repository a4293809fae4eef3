// The HTML report in a real browser: it filters, it fetches nothing, and no text of a manifest becomes a script.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { html } from "../../src/reporters/html.ts";
import { Browser, findChromium } from "../support/browser.ts";
import { diagnosticOf, OPTIONS, REPORT, reportOf } from "./sample.ts";

const chromium = findChromium();
if (chromium === undefined) console.warn("SKIPPED: there is no Chromium; the HTML report is not opened");

const EVIL = `</script><script>document.title="taken"</script><img src=x onerror="document.title='taken'">'"\`\u202e`;
const resource = { apiVersion: "v1", kind: EVIL, namespace: EVIL, name: EVIL, container: EVIL };
const report = reportOf([
  ...REPORT.diagnostics,
  diagnosticOf({
    message: EVIL,
    help: EVIL,
    file: EVIL,
    resource,
    related: [],
    url: `javascript:document.title="taken"`,
  }),
  ...Array.from({ length: 500 }, (_, index) => diagnosticOf({ message: `number ${index}`, ruleId: "many" })),
]);

describe.skipIf(chromium === undefined)("the page", () => {
  const directory = mkdtempSync(join(tmpdir(), "kprobe-lint-page-"));
  const path = join(directory, "report.html");
  let browser: Browser;
  const shown = () => browser.evaluate(`document.querySelectorAll(".finding:not([hidden])").length`);
  const set = (name: string, value: string) =>
    browser.evaluate(
      `{ const f = document.querySelector('[name="${name}"]'); f.value = ${JSON.stringify(value)}; f.dispatchEvent(new Event("input", { bubbles: true })); }`,
    );

  beforeAll(async () => {
    const section = {
      title: "Drawing",
      html: `<svg width="9" height="9"></svg><script>document.title="taken"</script>`,
    };
    const text = html(report, { ...OPTIONS, sections: [section] });
    expect(text.length).toBeLessThan(2_000_000);
    writeFileSync(path, text);
    browser = new Browser(chromium ?? "");
    await browser.open(pathToFileURL(path).href);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(directory, { recursive: true });
  });

  it("shows every finding, with its frame", async () => {
    expect(await shown()).toBe(report.diagnostics.length);
    expect(await browser.evaluate(`document.getElementById("shown").textContent`)).toBe("505 of 505 shown");
    expect(await browser.evaluate(`document.querySelector("mark").textContent`)).toBe("selector");
  });

  it("filters by severity, rule, namespace and words, and resets", async () => {
    await browser.evaluate(`document.querySelector('[value="error"]').click()`);
    expect(await shown()).toBe(3);
    await browser.evaluate(`document.querySelector('[value="error"]').click()`);
    await set("rule", "many");
    expect(await shown()).toBe(500);
    await set("search", "number 42");
    expect(await shown()).toBe(15); // 42, 142 to 442, 420 to 429
    await browser.evaluate(`document.querySelector("form").reset(), new Promise(resolve => setTimeout(resolve))`);
    expect(await shown()).toBe(505);
    await set("namespace", " shop");
    expect(await shown()).toBe(4);
    await browser.evaluate(`document.querySelector("form").reset(), new Promise(resolve => setTimeout(resolve))`);
    const evil = `[...document.querySelector('[name="namespace"]').options].find(o => o.text.includes("script")).value`;
    await set("namespace", String(await browser.evaluate(evil)));
    expect(await shown()).toBe(1);
    await browser.evaluate(`document.querySelector("form").reset(), new Promise(resolve => setTimeout(resolve))`);
  });

  it("is used by keyboard", async () => {
    const press = (key: string) =>
      browser.evaluate(
        `document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "${key}", bubbles: true }))`,
      );
    const focused = `document.querySelectorAll(".finding")[1] === document.activeElement`;
    await press("j");
    await press("j");
    expect(await browser.evaluate(focused)).toBe(true);
    await press("/");
    expect(await browser.evaluate("document.activeElement.name")).toBe("search");
    await press("Escape");
    expect(await browser.evaluate("document.activeElement.name")).not.toBe("search");
  });

  it("runs its own script alone, and fetches nothing", async () => {
    expect(await browser.evaluate("document.title")).toMatch(/^kprobe-lint: /);
    expect(await browser.evaluate(`document.querySelectorAll("main script, main img").length`)).toBe(0);
    const elsewhere = `[...document.links].filter(a => !/^(https?:|#(findings|part-\\d+)$)/.test(a.getAttribute("href"))).length`;
    expect(await browser.evaluate(elsewhere)).toBe(0);
    expect(
      await browser.evaluate(`document.querySelector(document.querySelector("nav a:last-child").hash).textContent`),
    ).toBe("Drawing");
    expect(browser.requests).toEqual([pathToFileURL(path).href]);
    // The script in the section of somebody else was refused, which the browser tells; nothing else is to be told.
    expect(browser.complaints.filter(text => !/Content Security Policy/.test(text))).toEqual([]);
    expect(browser.complaints.length).toBe(1);
  });
});
