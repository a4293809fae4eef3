// Where a character of a scalar's value stands in its source: behind indentation, folded lines, doubled quotes and escapes.

const BLANK = /[ \t\r\n]/;

/** An offset in the source of a scalar, which begins with its quote or its block header; undefined where source and value do not go together. */
export function sourceOffset(source: string, value: string, offset: number): number | undefined {
  const style =
    source[0] === "|" || source[0] === ">" ? "block" : source[0] === "'" || source[0] === '"' ? source[0] : "";
  const walk: Walk = { source, value, at: style === "block" ? lineAfter(source) : style.length, index: 0 };
  if (style === "block") skipBlanks(walk);
  while (walk.index < offset) {
    const before = walk.index;
    if (walk.at >= source.length) return undefined;
    if (style === '"' && source[walk.at] === "\\") passEscape(walk);
    else if (isBlank(source[walk.at])) passBlanks(walk, style === '"');
    else if (style === "'" && source.startsWith("''", walk.at)) pass(walk, 2);
    else if (source[walk.at] === value[walk.index]) pass(walk, 1);
    else return undefined;
    if (walk.index > before && walk.index >= value.length && offset >= value.length) break;
  }
  // A line that goes on behind a backslash.
  while (style === '"' && /^\\[\r\n]/.test(source.slice(walk.at, walk.at + 2))) passEscape(walk);
  return walk.at;
}

interface Walk {
  readonly source: string;
  readonly value: string;
  /** In the source. */
  at: number;
  /** In the value. */
  index: number;
}

function pass(walk: Walk, characters: number): void {
  walk.at += characters;
  walk.index++;
}

/** A break of lines with the blanks around it is one blank of the value, or some breaks; other blanks are themselves. */
function passBlanks(walk: Walk, mayEscape: boolean): void {
  let end = walk.at;
  while (isBlank(walk.source[end])) end++;
  const run = walk.source.slice(walk.at, end);
  const breaks = run.match(/\r\n?|\n/g)?.length ?? 0;
  if (breaks > 0 && mayEscape) {
    // Blanks behind these may be escapes.
    walk.at = end;
    walk.index += Math.max(breaks - 1, 1);
  } else if (breaks > 0) skipBlanks(walk);
  else if (isBlank(walk.value[walk.index])) pass(walk, 1);
  else walk.at = end;
}

function skipBlanks(walk: Walk): void {
  while (isBlank(walk.source[walk.at])) walk.at++;
  while (isBlank(walk.value[walk.index])) walk.index++;
}

const LENGTHS: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** An escape of a double-quoted scalar; before a break of lines it joins them. */
function passEscape(walk: Walk): void {
  const kind = walk.source[walk.at + 1] ?? "";
  if (kind === "\n" || kind === "\r") {
    walk.at += 1;
    while (isBlank(walk.source[walk.at])) walk.at++;
    return;
  }
  walk.at += LENGTHS[kind] ?? 2;
  walk.index += kind === "U" && (walk.value.codePointAt(walk.index) ?? 0) > 0xffff ? 2 : 1;
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && BLANK.test(character);
}

function lineAfter(source: string): number {
  const end = source.indexOf("\n");
  return end < 0 ? source.length : end + 1;
}
