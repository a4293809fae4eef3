// Sets of characters in Go's regular expressions (regexp/syntax): ranges of code points, and classes of Unicode.

export interface CharSet {
  readonly negated: boolean;
  /** Pairs of the first and the last code point. */
  readonly ranges: readonly number[];
  readonly parts: readonly CharSet[];
  readonly classes: readonly RegExp[];
  /** Upper and lower case are the same (flag i). */
  readonly fold: boolean;
}

export function rangesSet(ranges: readonly number[], negated = false, fold = false): CharSet {
  return { negated, ranges, parts: [], classes: [], fold };
}

export function hasChar(set: CharSet, code: number): boolean {
  if (contains(set, code)) return !set.negated;
  if (set.fold) for (const other of otherCases(code)) if (contains(set, other)) return !set.negated;
  return set.negated;
}

function contains({ ranges, parts, classes }: CharSet, code: number): boolean {
  for (let index = 0; index < ranges.length; index += 2)
    if (code >= (ranges[index] as number) && code <= (ranges[index + 1] as number)) return true;
  for (const part of parts) if (hasChar(part, code)) return true;
  for (const unicode of classes) if (unicode.test(String.fromCodePoint(code))) return true;
  return false;
}

function otherCases(code: number): number[] {
  const text = String.fromCodePoint(code);
  return [text.toLowerCase(), text.toUpperCase()].flatMap(other => {
    const first = other.codePointAt(0);
    return first === undefined || first === code || other.length > 2 ? [] : [first];
  });
}

const of = (text: string): number[] => Array.from(text, character => character.codePointAt(0) ?? 0);

const DIGIT = of("09");
const SPACE = [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x20];
const WORD = of("09AZ__az");

/** `\d`, `\s` and `\w` know ASCII only. */
export const PERL_CLASSES: Readonly<Record<string, CharSet>> = {
  d: rangesSet(DIGIT),
  D: rangesSet(DIGIT, true),
  s: rangesSet(SPACE),
  S: rangesSet(SPACE, true),
  w: rangesSet(WORD),
  W: rangesSet(WORD, true),
};

const POSIX: Readonly<Record<string, readonly number[]>> = {
  alnum: of("09AZaz"),
  alpha: of("AZaz"),
  ascii: [0, 0x7f],
  blank: [0x09, 0x09, 0x20, 0x20],
  cntrl: [0, 0x1f, 0x7f, 0x7f],
  digit: DIGIT,
  graph: of("!~"),
  lower: of("az"),
  print: of(" ~"),
  punct: of("!/:@[`{~"),
  space: [0x09, 0x0d, 0x20, 0x20],
  upper: of("AZ"),
  word: WORD,
  xdigit: of("09AFaf"),
};

/** `[:alpha:]` and `[:^alpha:]`, without the colons. */
export function posixClass(name: string): CharSet | undefined {
  const negated = name.startsWith("^");
  const ranges = POSIX[negated ? name.slice(1) : name];
  return ranges === undefined ? undefined : rangesSet(ranges, negated);
}

/** `\pL`, `\p{Greek}`: categories and scripts. */
export function unicodeClass(name: string, negated: boolean): CharSet | undefined {
  const isNegated = name.startsWith("^") !== negated;
  const plain = name.startsWith("^") ? name.slice(1) : name;
  if (plain === "Any") return rangesSet([0, 0x10ffff], isNegated);
  if (!/^[A-Za-z_]+$/.test(plain)) return undefined;
  const property = plain.length <= 2 ? plain : `Script=${plain}`;
  try {
    return { negated: isNegated, ranges: [], parts: [], classes: [new RegExp(`\\p{${property}}`, "u")], fold: false };
  } catch {
    return undefined;
  }
}
