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
  const value = line.text.slice(start - line.start);
  const end = line.start + line.text.trimEnd().length;
  const name = quote === '"' ? "double" : "single";
  return scene.problem(`the ${name} quote opened here is never closed`, start, line.end, {
    help: `the value is ${value.trimEnd()}: close it with another ${quote}`,
    ...scene.fix("close the quote", { start: end, end, text: quote }),
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
  if (code === "missing-colon") return missingSpace(scene, scene.origin) ?? typographicQuote(scene, scene.origin);
  const { here } = scene;
  const key = keyOn(here);
  const isOwnColon = key !== undefined && scene.broken.at === here.start + key.end;
  if (!isOwnColon) return typographicQuote(scene, here) ?? secondColon(scene, here);
  const above = scene.above(here);
  return (above === undefined ? undefined : missingSpace(scene, above)) ?? explainIndentation(scene);
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
    ...scene.fix("add the space", { start: colon + 1, end: colon + 1, text: " " }),
  });
}

/** `command: echo a: b` */
function secondColon(scene: Scene, line: Line): Problem | undefined {
  const { at } = scene.broken;
  const key = keyOn(line);
  if (key === undefined || at < line.start + key.end) return undefined;
  const colon = line.text.indexOf(":", key.end) + 1;
  const value = line.text.slice(colon);
  const start = line.start + colon + (value.length - value.trimStart().length);
  const bare = value.trim();
  const quoted = bare.includes("'") ? JSON.stringify(bare) : `'${bare}'`;
  return scene.problem('an unquoted value cannot hold ": "', at, at + 1, {
    help: `put the value of "${key.name}" in quotes`,
    ...scene.fix("quote the value", { start, end: start + bare.length, text: quoted }),
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
      ...scene.fix("write plain quotes", ...edits),
    },
  );
}

/** Flow maps and lists: brackets and commas. */
export function explainBracket(scene: Scene): Problem | undefined {
  const { code, at, from, detail } = scene.broken;
  if (code === "content") return explainContent(scene);
  const opening = detail === "]" ? "[" : "{";
  const isLater = scene.lineOf(from).number < scene.here.number;
  if (at >= scene.part.end || isLater) {
    return scene.problem(`"${opening}" is never closed`, from, from + 1, {
      help: `end it with ${detail}, and part its items with commas`,
    });
  }
  return scene.problem(`a comma or "${detail}" is missing`, at, wordEnd(scene.text, at), {
    related: [{ start: from, end: from + 1, message: `"${opening}" opened here` }],
  });
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
  const quoted = bare.includes("'") ? JSON.stringify(bare) : `'${bare}'`;
  return scene.problem(`a value cannot start with "${detail}"`, at, at + detail.length, {
    help: `put it in quotes: ${quoted}`,
    ...scene.fix("quote the value", { start: at, end: at + bare.length, text: quoted }),
  });
}
