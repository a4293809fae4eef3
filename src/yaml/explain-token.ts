// Quotes, colons, brackets and characters in the wrong place.

import type { Problem } from "../diagnostic.ts";
import type { LastQuoted } from "./explain.ts";
import { explainIndentation } from "./explain-indentation.ts";
import { keyOn, type Line, type Scene, wordEnd } from "./scene.ts";

/** A quote that is never closed, or closed by the opening quote of a later string. It is shown where it was opened. */
export function explainQuote(scene: Scene, quoted: LastQuoted | undefined): Problem | undefined {
  const { code, from } = scene.broken;
  const isOpen = code === "unclosed-quote" || code === "quote-marker";
  const start = isOpen ? from : quotedBefore(scene, quoted);
  if (start === undefined) return undefined;
  const quote = scene.text.charAt(start);
  const line = scene.lineOf(start);
  const end = line.start + line.text.trimEnd().length;
  const name = quote === '"' ? "double" : "single";
  return scene.problem(`the ${name} quote opened here is never closed`, start, line.end, {
    help: `close it with another ${quote}`,
    ...scene.fix("close the quote", () => [{ start: end, end, text: quote }]),
  });
}

/** The error stands right behind a quoted scalar over several lines: its end was meant as a beginning. */
function quotedBefore(scene: Scene, quoted: LastQuoted | undefined): number | undefined {
  if (quoted === undefined) return undefined;
  const end = scene.lineOf(quoted.end - 1).number;
  const spansLines = scene.lineOf(quoted.start).number < end;
  return spansLines && scene.here.number === end ? quoted.start : undefined;
}

/** Colons that are missing, lack their space, or are one too many. */
export function explainColon(scene: Scene): Problem | undefined {
  const { code } = scene.broken;
  if (code === "missing-colon") {
    const { origin } = scene;
    return missingSpace(scene, origin) ?? typographicQuote(scene, origin) ?? missingDashSpace(scene, origin);
  }
  const { here } = scene;
  const key = keyOn(here);
  const isOwnColon = key !== undefined && scene.broken.at === here.start + key.end;
  if (!isOwnColon) return typographicQuote(scene, here) ?? secondColon(scene, here);
  const above = scene.above(here);
  if (above === undefined) return explainIndentation(scene);
  const isText = keyOn(above) === undefined && !/^\s*-\s/.test(above.text);
  return missingSpace(scene, above) ?? (isText ? noKey(scene, above) : explainIndentation(scene));
}

/** A line on which a key is expected, and none is. */
export function noKey(scene: Scene, line: Line): Problem {
  const shown = line.text.trim();
  if (shown === "---") {
    return scene.problem('"---" must stand at the start of its line', line.start + line.indent, line.end, {
      help: "remove the spaces in front of it, and those that all lines of the document have in common",
    });
  }
  const text = shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
  return scene.problem(`"${text}" is no "key: value"`, line.start + line.indent, line.end, {
    help: "a map takes lines of the form `key: value` only; text over several lines is indented deeper than its key",
  });
}

/** `-c` */
function missingDashSpace(scene: Scene, line: Line): Problem | undefined {
  if (!/^\s*-[^\s-]/.test(line.text)) return undefined;
  const dash = line.start + line.indent;
  return scene.problem('there is no space after "-"', dash, dash + 1, {
    help: "a list item starts with a dash and a space",
    ...scene.fix("add the space", () => [{ start: dash + 1, end: dash + 1, text: " " }]),
  });
}

/** `image:nginx` */
function missingSpace(scene: Scene, line: Line): Problem | undefined {
  const match = /^(\s*(?:- +)*[A-Za-z_][\w./-]*):([^\s/].*)$/.exec(line.text);
  const [, before = "", value = ""] = match ?? [];
  if (match === null) return undefined;
  const colon = line.start + before.length;
  const name = before.trim().replace(/^(?:- +)+/, "");
  return scene.problem(`there is no space after "${name}:"`, colon - name.length, colon + 1, {
    help: `write \`${name}: ${value.trim()}\``,
    ...scene.fix("add the space", () => [{ start: colon + 1, end: colon + 1, text: " " }]),
  });
}

/** `command: echo a: b` */
function secondColon(scene: Scene, line: Line): Problem | undefined {
  const { at } = scene.broken;
  const key = keyOn(line);
  if (key === undefined || at < line.start + key.end) return undefined;
  if (at === line.start + line.text.trimEnd().length - 1) {
    return scene.problem("there are two keys on this line", at, at + 1, {
      help: `put what follows "${key.name}:" on lines of its own, indented deeper`,
    });
  }
  const colon = line.text.indexOf(":", key.end) + 1;
  const value = line.text.slice(colon);
  const start = line.start + colon + (value.length - value.trimStart().length);
  const bare = value.replace(/\s#.*$/, "").trim();
  return scene.problem('an unquoted value cannot hold ": "', at, at + 1, {
    help: `put the value of "${key.name}" in quotes`,
    ...scene.fix("quote the value", () => [{ start, end: start + bare.length, text: quoted(bare) }]),
  });
}

/** Quotes that a word processor has turned. */
function typographicQuote(scene: Scene, line: Line): Problem | undefined {
  const at = line.text.search(/[\u2018-\u201f]/);
  if (at < 0) return undefined;
  const edits = [...line.text.matchAll(/[\u2018-\u201f]/g)].map(({ index, 0: quote }) => ({
    start: line.start + index,
    end: line.start + index + 1,
    text: quote >= "\u201c" ? '"' : "'",
  }));
  const quote = line.text.charAt(at);
  return scene.problem(
    `${quote} is a typographic quote, which YAML takes for a letter`,
    line.start + at,
    line.start + at + 1,
    {
      help: "write \" or ' instead",
      ...scene.fix("write plain quotes", () => edits),
    },
  );
}

/** Flow maps and lists: brackets and commas. */
export function explainBracket(scene: Scene): Problem | undefined {
  const { code, at, from } = scene.broken;
  const opening = scene.text.charAt(from);
  const closing = opening === "[" ? "]" : "}";
  const isFlow = code === "comma" || (from < at && (opening === "[" || opening === "{"));
  const { here, origin } = scene;
  if (isFlow && (at >= scene.part.end || (here.number > origin.number && here.indent <= origin.indent))) {
    return scene.problem(`"${opening}" is never closed`, from, from + 1, {
      help: `end it with ${closing}, and part its items with commas`,
    });
  }
  if (code === "content") return explainContent(scene);
  // A plain value goes on over lines, and swallows the key that follows a missing comma: only its colon is in the way.
  const isColon = scene.text.charAt(at) === ":";
  const start = isColon ? here.start + here.indent : at;
  let gap = start;
  while (/\s/.test(scene.text.charAt(gap - 1))) gap--;
  return scene.problem(
    `a comma or "${closing}" is missing before this`,
    start,
    isColon ? at : wordEnd(scene.text, at),
    {
      related: [{ start: from, end: from + 1, message: `"${opening}" opened here` }],
      ...scene.fix("add the comma", () => [{ start: gap, end: gap, text: "," }]),
    },
  );
}

/** Something behind a value that was complete. */
export function explainRest(scene: Scene): Problem | undefined {
  const { at } = scene.broken;
  const { here } = scene;
  if (at <= here.start + here.indent || at >= scene.part.end) return undefined;
  const character = scene.text.charAt(at);
  if (character === "]" || character === "}") return scene.problem(`"${character}" closes nothing`, at, at + 1);
  const end = wordEnd(scene.text, at);
  const key = keyOn(here);
  const value = key === undefined ? "" : here.text.slice(key.end + 1).trim();
  const start = here.start + here.text.indexOf(value, key?.end ?? 0);
  return scene.problem(`"${scene.text.slice(at, end)}" cannot follow the value in front of it`, at, end, {
    help: "put the whole value in quotes",
    ...(value === ""
      ? {}
      : scene.fix("quote the value", () => [{ start, end: start + value.length, text: quoted(value) }])),
  });
}

function quoted(value: string): string {
  return /['\\]/.test(value) ? JSON.stringify(value) : `'${value}'`;
}

function explainContent(scene: Scene): Problem | undefined {
  const { at } = scene.broken;
  const character = scene.text.charAt(at);
  if (at >= scene.part.end || /\s/.test(character) || character === "") {
    return scene.problem(
      "the document ends where a value is expected",
      scene.here.start + scene.here.indent,
      scene.here.end,
    );
  }
  if (scene.text.startsWith("...", at)) {
    return scene.problem('"..." ends the document before anything is in it', at, at + 3, {
      help: "write --- to start one",
    });
  }
  return scene.problem(`"${character}" stands where a value is expected`, at, at + 1, {
    help: "quote the value, if it belongs to it",
  });
}

/** `*.yaml`, `&amp;`: values that look like an alias or an anchor. */
export function explainAnchorName(scene: Scene): Problem {
  const { from, detail } = scene.broken;
  const line = scene.lineOf(from);
  const value = line.text
    .slice(from - line.start)
    .replace(/\s+#.*$/, "")
    .trimEnd();
  const sign = scene.text.charAt(from);
  return scene.problem(
    `a value that starts with "${sign}" is an ${detail}, and this is no name for one`,
    from,
    wordEnd(scene.text, from),
    {
      help: `put it in quotes, if the ${sign} belongs to it`,
      ...scene.fix("quote the value", () => [{ start: from, end: from + value.length, text: quoted(value) }]),
    },
  );
}

/** Characters that begin nothing, and escapes that mean nothing. */
export function explainCharacter(scene: Scene): Problem | undefined {
  const { code, at, detail } = scene.broken;
  if (code === "escape") {
    return scene.problem(`"${detail}" means nothing in double quotes`, at, at + Math.max(detail.length, 1), {
      help: "write \\\\ for a backslash, or use single quotes",
    });
  }
  const line = scene.lineOf(at);
  const bare = line.text
    .slice(at - line.start)
    .replace(/\s+#.*$/, "")
    .trimEnd();
  return scene.problem(`a value cannot start with "${detail}"`, at, at + detail.length, {
    help: `put it in quotes: ${quoted(bare)}`,
    ...scene.fix("quote the value", () => [{ start: at, end: at + bare.length, text: quoted(bare) }]),
  });
}
