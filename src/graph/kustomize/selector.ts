// How patches and replacements name the objects they are for.

import type { Node } from "../../yaml/node.ts";
import { at, textAt } from "./edit.ts";
import { pairsOf } from "./field-specs.ts";
import type { Item } from "./item.ts";

/** Longest pattern, and most repetitions in one, that are run as regular expressions: beyond, a pattern could take for ever. */
const PATTERN_LENGTH = 200;
const REPETITIONS = 3;

type Test = (text: string) => boolean;

/** An anchored regular expression, as Go's regexp reads it; undefined where there is none, which matches everything. */
export function patternTest(pattern: string | undefined): Test {
  if (pattern === undefined || pattern === "") return () => true;
  if (/^[\w\-/]*$/.test(pattern)) return text => text === pattern;
  const repetitions = pattern.match(/[*+{]/g)?.length ?? 0;
  if (pattern.length > PATTERN_LENGTH || repetitions > REPETITIONS || /\)[*+{]/.test(pattern)) return () => false;
  try {
    const expression = new RegExp(`^(?:${pattern})$`, "u");
    return text => text.length <= 253 && expression.test(text);
  } catch {
    return () => false;
  }
}

/** types.Selector: every part that is given must match the original or the present id. */
export function targetTest(target: Node): (item: Item) => boolean {
  const [group, version, kind] = ["group", "version", "kind"].map(key => patternTest(textAt(target, key)));
  const name = patternTest(textAt(target, "name"));
  const namespace = patternTest(textAt(target, "namespace"));
  const labels = labelTest(textAt(target, "labelSelector"));
  const annotations = labelTest(textAt(target, "annotationSelector"));
  return item => {
    const id = item.id;
    if (!group?.(id.group) || !version?.(id.version) || !kind?.(id.kind)) return false;
    const ids = item.ids;
    if (!ids.some(each => name(each.name))) return false;
    if (!ids.some(each => namespace(each.namespace || "default"))) return false;
    return labels(pairs(item, "labels")) && annotations(pairs(item, "annotations"));
  };
}

function pairs(item: Item, key: string): ReadonlyMap<string, string> {
  return new Map(pairsOf(at(item.node, "metadata", key)));
}

/** labels.Parse: `a=b,c!=d,e in (x,y),f notin (z),g,!h`. What cannot be read matches nothing. */
function labelTest(text: string | undefined): (labels: ReadonlyMap<string, string>) => boolean {
  if (text === undefined || text.trim() === "") return () => true;
  const tests = text.split(/,(?![^(]*\))/).map(part => requirement(part.trim()));
  return labels => tests.every(test => test(labels));
}

function requirement(part: string): (labels: ReadonlyMap<string, string>) => boolean {
  const set = /^(\S+)\s+(in|notin)\s*\(([^)]*)\)$/.exec(part);
  if (set !== null) {
    const [, key = "", operator, list = ""] = set;
    const values = list.split(",").map(value => value.trim());
    return labels => values.includes(labels.get(key) ?? "\u0000") === (operator === "in");
  }
  const equality = /^([^\s=!]+)\s*(==|=|!=)\s*(\S*)$/.exec(part);
  if (equality !== null) {
    const [, key = "", operator, value = ""] = equality;
    return labels => (labels.get(key) === value) === (operator !== "!=");
  }
  if (/^![^\s=!]+$/.test(part)) return labels => !labels.has(part.slice(1));
  return labels => labels.has(part);
}
