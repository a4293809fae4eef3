// Text of a manifest, whatever it holds, acts on no terminal, no log, no page and no parser.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic.ts";
import { REPORTERS } from "../../src/reporters/index.ts";
import type { ReporterOptions } from "../../src/reporters/reporter.ts";
import { diagnosticOf, OPTIONS, reportOf } from "./sample.ts";
import { parseXml } from "./xml.ts";

const WEAPONS = [
  "::error file=a::x",
  "  ::set-output name=a::b",
  "##[error]x",
  "##[group]",
  "##vso[task.setvariable variable=a]b",
  "\u001b[31mred\u001b[0m",
  "\u001b]8;;https://example.com\u001b\\link\u001b]8;;\u001b\\",
  "\u001b]0;title\u0007",
  "\u009b31m",
  "<script>alert(1)</script>",
  "</script><img src=x onerror=alert(1)>",
  '"><svg/onload=alert(1)>',
  "' onmouseover='alert(1)",
  "]]><a/>",
  "&lt;b&gt;",
  "[click](javascript:alert(1))",
  "![x](http://example.com/a.png)",
  "**bold** `code` | cell | @someone www.example.com https://example.com",
  "a\r\nb\nc\td",
  "\u202egnp.exe\u202c\u200b\u2066x\u2069\ufeff\u{e0041}\u00ad",
  "\ud800 \udc00 \u0000 \u0008 \u007f \u0085 \u2028 \u2029",
  "a(1,2): error TS1234: message",
  "a.js: line 1, col 2, Error - message (rule)",
  "%0A::error::x %25 %AZP25 ;]",
];

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(...WEAPONS),
  fc
    .tuple(fc.constantFrom(...WEAPONS), fc.string({ maxLength: 9 }), fc.constantFrom(...WEAPONS))
    .map(parts => parts.join("")),
);

const hostile = fc
  .record({
    message: anything,
    help: anything,
    file: anything,
    line: anything,
    kind: anything,
    name: anything,
    namespace: anything,
    container: anything,
    related: anything,
    title: anything,
    text: anything,
    reason: anything,
    severity: fc.constantFrom("error" as const, "warning" as const, "info" as const),
    isSuppressed: fc.boolean(),
    start: fc.nat(70),
    length: fc.nat(70),
  })
  .map(given => {
    const end = given.start + given.length;
    const range = {
      start: { line: 1, column: given.start + 1, offset: given.start },
      end: { line: 1, column: end + 1, offset: end },
    };
    const diagnostic: Diagnostic = diagnosticOf({
      severity: given.severity,
      message: given.message,
      help: given.help,
      file: given.file,
      range,
      path: ["metadata", given.name],
      fingerprint: given.name,
      resource: {
        apiVersion: "v1",
        kind: given.kind,
        name: given.name,
        namespace: given.namespace,
        container: given.container,
      },
      related: [{ file: given.file, range, message: given.related }],
      fixes: [
        { title: given.title, safety: "safe", edits: [{ file: given.file, start: 0, end: 1, text: given.text }] },
      ],
      ...(given.isSuppressed ? { suppressed: { by: "comment", reason: given.reason } } : {}),
    });
    return { diagnostic, line: given.line };
  });

const OPTIONS_OF: readonly Partial<ReporterOptions>[] = [{}, { wrap: true, width: 40, ascii: true, prefix: "" }];

const RAW =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e0fff}]|\p{Cs}/u;

async function outputs(name: string, check: (text: string, diagnostic: Diagnostic) => void, runs = 120): Promise<void> {
  const reporter = await REPORTERS[name]?.();
  if (reporter === undefined) throw new Error(`there is no ${name}`);
  fc.assert(
    fc.property(hostile, fc.constantFrom(...OPTIONS_OF), ({ diagnostic, line }, options) => {
      const text = reporter(reportOf([diagnostic]), { ...OPTIONS, textOf: () => `${line}\nsecond\n`, ...options });
      check(text, diagnostic);
    }),
    { seed: 7, numRuns: runs },
  );
}

describe.each(Object.keys(REPORTERS))("%s", name => {
  it("lets no raw control, invisible or turning character through", () =>
    outputs(name, text => expect(text).not.toMatch(RAW)));

  it("gives a runner no command of the manifest's", () =>
    outputs(name, text => {
      const own = name === "azure" ? text.replace(/^##vso\[task\.logissue /gm, "") : text;
      expect(own).not.toMatch(/##\[|##vso\[/i);
      const lines = name === "github" ? text.replace(/^::(error|warning|notice) /gm, "") : text;
      expect(lines).not.toMatch(/^\s*::/m);
    }));
});

describe("lines", () => {
  it.each(["concise", "github", "azure"])("%s writes one line a diagnostic", name =>
    outputs(name, (text, { suppressed }) => {
      const count = text.split("\n").length - 1;
      expect(count).toBe(suppressed !== undefined && name !== "concise" ? 0 : 1);
    }),
  );

  it("pretty writes nothing that the problem matchers of setup-node take for theirs", () =>
    outputs("pretty", text => {
      for (const line of text.split("\n")) {
        expect(line).not.toMatch(/^([^\s].*)[(:](\d+)[,:](\d+)(?:\):\s+|\s+-\s+)(error|warning|info)\s+TS(\d+)\s*:/);
        expect(line).not.toMatch(/^(.+):\sline\s(\d+),\scol\s(\d+),\s(Error|Warning|Info)\s-\s(.+)\s\((.+)\)$/);
        expect(line).not.toMatch(/^\s+(\d+):(\d+)\s+(error|warning|info)\s+(.+?)\s\s+(.*)$/);
      }
    }));

  it("azure: nothing ends the command early", () =>
    outputs("azure", text => {
      for (const line of text.split("\n").filter(line => line.startsWith("##vso[")))
        expect(line).toMatch(
          /^##vso\[task\.logissue type=(error|warning);sourcepath=[^;\]]*;linenumber=1;columnnumber=\d+;code=[\w-]+\]/,
        );
    }));

  it("github: nothing ends the properties early", () =>
    outputs("github", text => {
      for (const line of text.split("\n").filter(line => line !== ""))
        expect(line).toMatch(
          /^::(error|warning|notice) file=[^:,]*,line=1,endLine=1,col=\d+,endColumn=\d+,title=[\w-]+::/,
        );
    }));
});

describe("markup", () => {
  it.each(["junit", "checkstyle"])("%s is well-formed, and the text arrives", name =>
    outputs(name, (text, { suppressed }) => {
      const root = parseXml(text);
      const messages = [...text.matchAll(/ message="/g)].length;
      expect(root.name).toMatch(/^(testsuites|checkstyle)$/);
      if (suppressed !== undefined) expect(messages).toBe(0);
    }),
  );

  it("html: no tag, attribute or script that is not the page's own", () =>
    outputs(
      "html",
      text => {
        const tags = [...text.matchAll(/<(\/?[a-z][a-z0-9]*)([^>]*)>/gi)].map(match => match[1]?.toLowerCase());
        expect(tags.filter(tag => tag === "script").length).toBe(1);
        expect(tags.filter(tag => tag === "img" || tag === "svg" || tag === "iframe")).toEqual([]);
        const bare = text.replace(/<script>[\s\S]*?<\/script>|<style>[\s\S]*?<\/style>/g, "");
        expect(bare.replace(/="[^"]*"/g, '=""')).not.toMatch(/<[^>]*\s(on\w+|src|style)\s*=/i);
        expect(text).not.toMatch(/href="(?!https?:\/\/)/);
      },
      60,
    ));

  it("markdown: one row of four cells, without links, images, code or HTML of the manifest's", () =>
    outputs("markdown", (text, { suppressed }) => {
      if (suppressed !== undefined) return;
      const row = text.split("\n").find(line => /^\| (❌|⚠️|ℹ️)/.test(line)) ?? "";
      expect(row.replace(/\\\\/g, "").replace(/\\\|/g, "").split("|").length).toBe(6);
      const message = row.slice(row.indexOf(") | ") + 4).replace(/\\./g, "");
      expect(message).not.toMatch(/[[\]<>`*@]|:\/\/|www\./i);
    }));
});
