// Causes that lie in the text itself, whatever rule of YAML it broke: things that are no YAML at all.

import type { Edit, Problem } from "../diagnostic.ts";
import { badByte } from "./bad-bytes.ts";
import type { BrokenCode } from "./broken.ts";
import type { Line, Scene } from "./scene.ts";

/** What is the matter with the text around a broken place. The first that answers is the cause. */
export function explainText(scene: Scene): Problem | undefined {
  return (
    control(scene) ??
    mergeConflict(scene) ??
    template(scene) ??
    nonBreakingSpace(scene) ??
    tab(scene) ??
    shellPrompt(scene) ??
    codeFence(scene)
  );
}

/** What these were reading began at one token; the others say where a whole collection begins, which may be far away. */
const FROM_TOKEN: readonly BrokenCode[] = ["missing-colon", "unclosed-quote", "quote-marker", "escape", "tab"];

function nearby(scene: Scene): Line[] {
  const { here, origin, broken } = scene;
  return here.number === origin.number || !FROM_TOKEN.includes(broken.code) ? [here] : [origin, here];
}

function control(scene: Scene): Problem | undefined {
  const { code, at } = scene.broken;
  if (code !== "control") return undefined;
  const bad = badByte(scene.text.charCodeAt(at));
  if (bad !== undefined)
    return scene.problem(`${bad} is not valid ${bad.startsWith("byte") ? "UTF-8" : "UTF-16"}`, at, at + 1, {
      help: "save the file as UTF-8; the API server reads nothing else, but for UTF-16 with a byte order mark",
    });
  const point = (scene.text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return scene.problem(`the control character U+${point} is not allowed in YAML`, at, at + 1, {
    help: "remove it; many of them mean that the file is binary or not in UTF-8",
  });
}

function mergeConflict(scene: Scene): Problem | undefined {
  const { part, text } = scene;
  const match = /^(<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$)[^\r\n]*/m.exec(text.slice(part.from, part.end));
  if (match === null) return undefined;
  const start = part.from + match.index;
  return scene.problem("a merge conflict is left in the file", start, start + match[0].length, {
    help: "keep one of the two sides and remove the lines with <<<<<<<, ======= and >>>>>>>",
  });
}

const TEMPLATE = /\{\{|\{%|<%/;
/** A line that is nothing but a template action. */
const TEMPLATE_LINE = /^[ \t]*(?:- +)?(?:\{\{|\{%|<%)[^\r\n]*/m;

function template(scene: Scene): Problem | undefined {
  const { part, text } = scene;
  const line = nearby(scene).find(candidate => TEMPLATE.test(candidate.text.replace(/^\s*#.*/, "")));
  let start: number;
  const { at } = scene.broken;
  // `[${ITEMS}]`: the brace of a variable opened a map.
  if (text.startsWith("${", at - 1)) start = at - 1;
  else if (line !== undefined) start = line.start + line.text.search(TEMPLATE);
  else {
    const match = TEMPLATE_LINE.exec(text.slice(part.from, part.end));
    if (match === null) return undefined;
    start = part.from + match.index + match[0].search(TEMPLATE);
  }
  const rest = scene.lineOf(start).text.slice(start - scene.lineOf(start).start);
  const length = /^(?:\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|\$\{.*?\})/.exec(rest)?.[0].length ?? rest.length;
  const { server: _, ...problem } = scene.problem("this is a template, not a manifest yet", start, start + length, {
    ruleId: "unrendered-template",
    severity: "info",
    help: "render it first and lint the result, for example: helm template . | kprobe-lint -",
  });
  return problem;
}

function nonBreakingSpace(scene: Scene): Problem | undefined {
  for (const line of nearby(scene)) {
    const at = line.text.search(/[\u00a0\u2000-\u200b\u202f\u3000]/);
    if (at < 0) continue;
    const edits = (): Edit[] =>
      [...line.text.matchAll(/[\u00a0\u2000-\u200b\u202f\u3000]/g)].map(({ index }) => ({
        start: line.start + index,
        end: line.start + index + 1,
        text: " ",
      }));
    const point = line.text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
    return scene.problem(
      `the space here is U+${point}, which YAML does not take for a space`,
      line.start + at,
      line.start + at + 1,
      {
        help: "it often comes with text copied from a web page: write ordinary spaces",
        ...scene.fix("write ordinary spaces", edits),
      },
    );
  }
  return undefined;
}

function tab(scene: Scene): Problem | undefined {
  const { broken, text } = scene;
  const isTab =
    broken.code === "tab" || broken.code === "block-tab" || (broken.code === "start" && broken.detail === "\t");
  if (!isTab) return undefined;
  let end = broken.at;
  while (text.charAt(end) === "\t") end++;
  const help = "YAML takes spaces only in front of a key, a list item or a block of text";
  const width = widthOfTabs(scene);
  return scene.problem("a tab is used for indentation", broken.at, end, {
    help,
    ...scene.fix(`write ${width} spaces for each tab`, () => tabEdits(scene, width)),
  });
}

/** The width the author's editor most likely shows: the one that leaves the fewest keys with nothing below them. */
function widthOfTabs(scene: Scene): number {
  if (!scene.isShort) return 2;
  const empty = (width: number) => scene.emptyWith(tabEdits(scene, width)) ?? Number.POSITIVE_INFINITY;
  return [2, 4, 8].reduce((best, width) => (empty(width) < empty(best) ? width : best));
}

function tabEdits(scene: Scene, width: number): Edit[] {
  const { part, text } = scene;
  const leading = /^[ \t]*\t[ \t]*/gm;
  return [...text.slice(part.from, part.end).matchAll(leading)].map(({ 0: blanks, index }) => ({
    start: part.from + index,
    end: part.from + index + blanks.length,
    text: blanks.replaceAll("\t", " ".repeat(width)),
  }));
}

const PROMPT =
  /^\s*(?:\$ +(?:sudo +)?[\w./-]+|[\w.-]+@[\w.-]+:?\S*(?: \S+)? ?[$#%] |PS [A-Z]:\\|(?:sudo +)?(?:kubectl|helm|docker|cat) +[\w<-]+)/;

function shellPrompt(scene: Scene): Problem | undefined {
  const lines = nearby(scene).flatMap(near => [near, scene.above(near)]);
  const line = lines
    .filter(near => near !== undefined)
    .find(({ text }) => PROMPT.test(text) && !/^\s*[\w.-]+:(?:\s|$)/.test(text));
  if (line === undefined) return undefined;
  return scene.problem("this line is a shell command, not YAML", line.start + line.indent, line.end, {
    help: "remove the command and its output, or put a # in front of each of its lines",
  });
}

function codeFence(scene: Scene): Problem | undefined {
  const line = nearby(scene).find(({ text }) => /^\s*(?:```|~~~)/.test(text));
  if (line === undefined) return undefined;
  return scene.problem("this line is Markdown, not YAML", line.start + line.indent, line.end, {
    help: "remove the fence around the manifest",
  });
}
