// Where reading stopped -> a problem in the words of someone who writes manifests.

import type { Problem } from "../diagnostic.ts";
import type { Broken, BrokenCode } from "./broken.ts";
import { explainIndentation } from "./explain-indentation.ts";
import { explainText } from "./explain-text.ts";
import {
  explainAnchorName,
  explainBracket,
  explainCharacter,
  explainColon,
  explainQuote,
  explainRest,
  noKey,
} from "./explain-token.ts";
import { limitProblem } from "./limit-problem.ts";
import type { Limits } from "./limits.ts";
import type { LineIndex } from "./lines.ts";
import type { Part } from "./part.ts";
import { keyOn, Scene, wordEnd } from "./scene.ts";

/** The place of a quoted scalar over several lines that ended last before the error: its quote may be the cause. */
export interface LastQuoted {
  readonly start: number;
  readonly end: number;
}

export function explain(lines: LineIndex, part: Part, broken: Broken, limits: Limits, quoted?: LastQuoted): Problem {
  const limit = limitOf(broken);
  if (limit !== undefined) return limitProblem(limit, limits, broken.at, broken.at + 1);
  const scene = new Scene(lines, part, broken);
  return (
    explainText(scene) ??
    explainQuote(scene, quoted) ??
    explainByCode(scene) ??
    scene.problem(
      GENERAL[broken.code] ?? "the document does not parse",
      scene.here.start + scene.here.indent,
      scene.here.end,
    )
  );
}

function limitOf(broken: Broken): "depth" | "nodes" | "aliasNodes" | undefined {
  if (broken.code === "limit-depth") return "depth";
  if (broken.code === "limit-nodes") return "nodes";
  return broken.code === "limit-alias" ? "aliasNodes" : undefined;
}

function explainByCode(scene: Scene): Problem | undefined {
  const { code } = scene.broken;
  switch (code) {
    case "value-place":
      return explainColon(scene) ?? explainIndentation(scene) ?? noKey(scene, scene.here);
    case "missing-colon":
      return explainColon(scene) ?? noKey(scene, scene.origin);
    case "key":
    case "dash":
    case "entry-place":
    case "key-place":
      return (
        (code === "key" ? explainRest(scene) : undefined) ??
        explainIndentation(scene) ??
        explainMixed(scene) ??
        noKey(scene, scene.here)
      );
    case "comma":
    case "content":
      return explainBracket(scene);
    case "start":
    case "escape":
      return explainCharacter(scene);
    default:
      return explainProperty(scene);
  }
}

/** List items and keys at the same column. */
function explainMixed(scene: Scene): Problem | undefined {
  const { here, broken } = scene;
  const start = here.start + here.indent;
  const key = keyOn(here);
  if (broken.code === "entry-place") {
    return scene.problem("a list item cannot start here", broken.at, broken.at + 1, {
      help: "write each item on a line of its own, below the key",
    });
  }
  if (broken.code === "dash") {
    return scene.problem(
      `${key === undefined ? "this line" : `"${key.name}"`} stands where a list item is expected`,
      start,
      here.end,
      {
        help: "start it with `- `, or indent it by two more spaces to belong to the item above",
      },
    );
  }
  if (/^\s*-\s/.test(here.text)) {
    return scene.problem("a list item stands among the keys of a map", start, start + 1, {
      help: "put the key of the list on a line above it, or remove the dash",
    });
  }
  return undefined;
}

const GENERAL: Partial<Record<BrokenCode, string>> = {
  "key-place": 'a "? " key cannot start here',
  "block-header": "only an indentation digit, + or - may follow | and > on their line",
  "document-start": 'a directive must be followed by a line with "---"',
  key: "a key is expected here",
};

/** Anchors, tags, directives, keys and numbers: what they are called says enough. */
function explainProperty(scene: Scene): Problem | undefined {
  const { code, at, from, detail } = scene.broken;
  const text = scene.text.slice(at, from);
  switch (code) {
    case "unknown-anchor":
      return scene.problem(`no anchor "&${detail}" stands before this alias`, at, from, {
        help: "an alias refers to an anchor earlier in the same document; quote the value if the * belongs to it",
      });
    case "self-alias":
      return scene.problem(`the value of the anchor "&${detail}" contains itself`, at, from);
    case "anchor-name":
      return explainAnchorName(scene);
    case "alias-count":
      return scene.problem("nearly all of this document would come from aliases of aliases", at, from, {
        help: "the API server's YAML reader refuses it as excessive aliasing",
      });
    case "merge-value":
      return scene.problem("only a map, or a list of maps, can be merged with <<", at, from);
    case "map-key":
      return scene.problem(`a ${detail} cannot be the key of a map`, at, wordEnd(scene.text, at), {
        help: "quote the value if the brackets belong to it",
      });
    case "null-key":
      return scene.problem("the key of a map is neither null nor beyond 64 bits", at, Math.max(from, at + 1), {
        help: "quote it, if it is meant as text",
      });
    case "number":
      return scene.problem(`${detail} is a number that JSON cannot write`, at, from, {
        help: "quote it, if it is meant as text",
      });
    default:
      return explainTag(scene, text);
  }
}

function explainTag(scene: Scene, text: string): Problem | undefined {
  const { code, at, from, detail } = scene.broken;
  switch (code) {
    case "tag":
      return scene.problem(
        "this is no tag that YAML knows",
        Math.min(at, from),
        wordEnd(scene.text, Math.min(at, from)),
        {
          help: "quote the value if the ! belongs to it",
        },
      );
    case "tag-value":
      return scene.problem(
        `${text === "" ? "an empty value" : text} is no ${detail.replace("tag:yaml.org,2002:", "!!")}`,
        at,
        from,
      );
    case "base64":
      return scene.problem("a !!binary value must be base64", at, from);
    case "version":
      return scene.problem(`the API server reads YAML 1.1 only and refuses ${detail}`, at, from, {
        help: "remove the %YAML line",
      });
    case "directive":
      return scene.problem("only %YAML 1.1 and %TAG may stand in front of a document", from, scene.lineOf(from).end, {
        help: "quote the value if the % belongs to it",
      });
    case "depth":
      return scene.problem("the API server's YAML reader nests 10,000 levels at most", at, at + 1);
    default:
      return undefined;
  }
}
