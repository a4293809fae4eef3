// The syntax of Go's regular expressions (regexp/syntax with the Perl flags), in which the API server writes and reads `pattern`.

import { type CharSet, PERL_CLASSES, posixClass, rangesSet, unicodeClass } from "./regexp-set.ts";

export type Expression =
  | { readonly op: "empty" | Assertion }
  | { readonly op: "set"; readonly set: CharSet }
  | { readonly op: "join" | "choice"; readonly parts: readonly Expression[] }
  /** `most` is Infinity where there is no bound. */
  | {
      readonly op: "repeat";
      readonly part: Expression;
      readonly least: number;
      readonly most: number;
      /** Prefers fewer (`*?`): of no matter to whether there is a match, but to where it ends. */
      readonly lazy?: boolean;
    };

export type Assertion = "begin" | "end" | "line-begin" | "line-end" | "word-boundary" | "no-word-boundary";

/** The text does not compile; the message is the server's. */
export class PatternError extends Error {}

interface Flags {
  readonly fold: boolean;
  readonly lines: boolean;
  readonly dotAll: boolean;
}

const DEEPEST = 250;
const MOST_REPEATS = 1000;
const LAST = 0x10ffff;

export function parsePattern(text: string): Expression {
  const parser = new Parser(text);
  const expression = parser.choice({ fold: false, lines: false, dotAll: false }, 0);
  if (parser.at < text.length) throw new PatternError(`unexpected ): \`${text}\``);
  checkRepeats(expression, MOST_REPEATS);
  return expression;
}

/** Repetitions inside each other may not come to more than 1000 copies (repeatIsValid). */
function checkRepeats(expression: Expression, left: number): void {
  if (expression.op === "repeat") {
    const count = expression.most === Number.POSITIVE_INFINITY ? expression.least : expression.most;
    if (count === 0) return;
    if (count > left) throw new PatternError("invalid repeat count");
    const plain = expression.least <= 1 && (expression.most === 1 || expression.most === Number.POSITIVE_INFINITY);
    checkRepeats(expression.part, plain ? left : Math.floor(left / count));
  } else if ("parts" in expression) for (const part of expression.parts) checkRepeats(part, left);
}

class Parser {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  private peek(): string {
    return String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
  }

  private take(): string {
    const character = this.peek();
    this.at += character.length;
    return character;
  }

  private fail(what: string, start: number): never {
    throw new PatternError(`${what}: \`${this.text.slice(start, Math.max(this.at, start + 1))}\``);
  }

  /** Alternatives up to the closing parenthesis, which stays. Flags set on the way count for the rest of the group. */
  choice(outer: Flags, depth: number): Expression {
    if (depth > DEEPEST) throw new PatternError("expression nests too deeply");
    const branches: Expression[][] = [[]];
    let flags = outer;
    let repeated = false;
    while (this.at < this.text.length && this.text[this.at] !== ")") {
      const branch = branches[branches.length - 1] as Expression[];
      const start = this.at;
      if (this.text[this.at] === "|") {
        this.at++;
        branches.push([]);
        repeated = false;
        continue;
      }
      const repeat = this.repetition();
      if (repeat !== undefined) {
        const part = branch.pop();
        if (part === undefined) this.fail("missing argument to repetition operator", start);
        if (repeated) this.fail("invalid nested repetition operator", start);
        branch.push({ op: "repeat", part, ...repeat });
        repeated = true;
        continue;
      }
      repeated = false;
      const changed = this.flagGroup(flags);
      if (changed !== undefined) flags = changed;
      else branch.push(...this.atom(flags, depth));
    }
    const parts = branches.map(join);
    return parts.length === 1 ? (parts[0] as Expression) : { op: "choice", parts };
  }

  private repetition(): { least: number; most: number; lazy?: boolean } | undefined {
    if (!"*+?{".includes(this.text[this.at] ?? "x")) return undefined;
    const counts = /^(?:[*+?]|\{(0|[1-9]\d{0,9})(,(0|[1-9]\d{0,9})?)?\})/.exec(this.text.slice(this.at, this.at + 32));
    if (counts === null) return undefined;
    const start = this.at;
    const [whole, first, comma, second] = counts;
    this.at += whole.length;
    const lazy = this.text[this.at] === "?";
    if (lazy) this.at++;
    if (whole === "*") return { least: 0, most: Number.POSITIVE_INFINITY, lazy };
    if (whole === "+") return { least: 1, most: Number.POSITIVE_INFINITY, lazy };
    if (whole === "?") return { least: 0, most: 1, lazy };
    const least = Number(first);
    const most = comma === undefined ? least : second === undefined ? Number.POSITIVE_INFINITY : Number(second);
    const isBounded = most !== Number.POSITIVE_INFINITY;
    if (least > MOST_REPEATS || (isBounded && (most > MOST_REPEATS || least > most)))
      this.fail("invalid repeat count", start);
    return { least, most, lazy };
  }

  /** `(?i)`: flags for what follows. */
  private flagGroup(flags: Flags): Flags | undefined {
    if (this.text[this.at] !== "(" || this.text[this.at + 1] !== "?") return undefined;
    const found = /^\(\?([imsU]*)(?:-([imsU]+))?\)/.exec(this.text.slice(this.at, this.at + 16));
    if (found === null || found[0] === "(?)") return undefined;
    this.at += found[0].length;
    return withFlags(flags, found[1] ?? "", found[2] ?? "");
  }

  private atom(flags: Flags, depth: number): Expression[] {
    const start = this.at;
    const character = this.take();
    if (character === "(") return [this.group(flags, depth, start)];
    if (character === "[") return [{ op: "set", set: this.set(flags, start) }];
    if (character === ".") return [{ op: "set", set: flags.dotAll ? rangesSet([0, LAST]) : rangesSet([10, 10], true) }];
    if (character === "^") return [{ op: flags.lines ? "line-begin" : "begin" }];
    if (character === "$") return [{ op: flags.lines ? "line-end" : "end" }];
    if (character === "\\") return this.escaped(flags, start);
    return [literal(character.codePointAt(0) ?? 0, flags)];
  }

  private group(outer: Flags, depth: number, start: number): Expression {
    let flags = outer;
    if (this.text[this.at] === "?") {
      const head = /^\?(?:P?<([A-Za-z0-9_]+)>|([imsU]*)(?:-([imsU]+))?:)/.exec(this.text.slice(this.at, this.at + 80));
      if (head === null) {
        this.at += 2;
        this.fail("invalid or unsupported Perl syntax", start);
      }
      this.at += head[0].length;
      flags = withFlags(outer, head[2] ?? "", head[3] ?? "");
    }
    const inner = this.choice(flags, depth + 1);
    if (this.text[this.at] !== ")") throw new PatternError(`missing closing ): \`${this.text}\``);
    this.at++;
    return inner;
  }

  private escaped(flags: Flags, start: number): Expression[] {
    const next = this.text[this.at];
    if (next === undefined) throw new PatternError("trailing backslash at end of expression: ``");
    const assertion = ({ A: "begin", z: "end", b: "word-boundary", B: "no-word-boundary" } as const)[next];
    if (assertion !== undefined) {
      this.at++;
      return [{ op: assertion }];
    }
    if (next === "Q") {
      const end = this.text.indexOf("\\E", this.at);
      const quoted = this.text.slice(this.at + 1, end < 0 ? undefined : end);
      this.at = end < 0 ? this.text.length : end + 2;
      return Array.from(quoted, character => literal(character.codePointAt(0) ?? 0, flags));
    }
    const named = this.namedClass(start);
    if (named !== undefined) return [{ op: "set", set: named }];
    return [literal(this.escapedCharacter(start), flags)];
  }

  /** `\d`, `\pL`, `\p{Greek}` behind the backslash. */
  private namedClass(start: number): CharSet | undefined {
    const next = this.text[this.at] ?? "";
    const perl = Object.hasOwn(PERL_CLASSES, next) ? PERL_CLASSES[next] : undefined;
    if (perl !== undefined) {
      this.at++;
      return perl;
    }
    if (next !== "p" && next !== "P") return undefined;
    const found = /^[pP](?:\{([^}]*)\}|(.))/u.exec(this.text.slice(this.at, this.at + 64));
    this.at += found?.[0].length ?? 1;
    const set = found === null ? undefined : unicodeClass(found[1] ?? found[2] ?? "", next === "P");
    return set ?? this.fail("invalid character class range", start);
  }

  private escapedCharacter(start: number): number {
    const rest = this.text.slice(this.at, this.at + 16);
    const found =
      /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2}|x[0-9A-Fa-f]{2}|x\{[0-9A-Fa-f]{1,8}\}|[afnrtv]|[^A-Za-z0-9\u0080-\uffff])/.exec(
        rest,
      );
    if (found === null) {
      this.at++;
      return this.fail("invalid escape sequence", start);
    }
    const text = found[0];
    this.at += text.length;
    if (/^[0-7]/.test(text)) return Number.parseInt(text, 8);
    const code = text.startsWith("x") ? Number.parseInt(text.replace(/^x\{?/, ""), 16) : undefined;
    if (code !== undefined) return code <= LAST ? code : this.fail("invalid escape sequence", start);
    return { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 }[text] ?? text.charCodeAt(0);
  }

  /** A bracket expression; the opening bracket is behind. */
  private set(flags: Flags, start: number): CharSet {
    const negated = this.text[this.at] === "^";
    if (negated) this.at++;
    const ranges: number[] = [];
    const parts: CharSet[] = [];
    for (let first = true; first || this.text[this.at] !== "]"; first = false) {
      if (this.at >= this.text.length) throw new PatternError(`missing closing ]: \`${this.text.slice(start)}\``);
      const part = this.setClass();
      if (part === undefined) ranges.push(...this.setRange(start));
      else parts.push(part);
    }
    this.at++;
    return { negated, ranges, parts, classes: [], fold: flags.fold };
  }

  private setClass(): CharSet | undefined {
    const start = this.at;
    if (this.text[start] !== "[" && this.text[start] !== "\\") return undefined;
    const posix = /^\[:([^\]:]*):\]/.exec(this.text.slice(this.at, this.at + 20));
    if (posix !== null) {
      this.at += posix[0].length;
      return posixClass(posix[1] ?? "") ?? this.fail("invalid character class range", start);
    }
    if (this.text[this.at] !== "\\") return undefined;
    this.at++;
    const named = this.namedClass(start);
    if (named === undefined) this.at = start;
    return named;
  }

  private setRange(start: number): [number, number] {
    const from = this.at;
    const low = this.setCharacter(start);
    if (this.text[this.at] !== "-" || this.text[this.at + 1] === "]" || this.at + 1 >= this.text.length)
      return [low, low];
    this.at++;
    const high = this.setCharacter(start);
    if (high < low) this.fail("invalid character class range", from);
    return [low, high];
  }

  private setCharacter(start: number): number {
    if (this.at >= this.text.length) throw new PatternError(`missing closing ]: \`${this.text.slice(start)}\``);
    const from = this.at;
    const character = this.take();
    if (character !== "\\") return character.codePointAt(0) ?? 0;
    if (this.at >= this.text.length) throw new PatternError("trailing backslash at end of expression: ``");
    return this.escapedCharacter(from);
  }
}

function withFlags(flags: Flags, on: string, off: string): Flags {
  const value = (letter: string, old: boolean) => (off.includes(letter) ? false : on.includes(letter) || old);
  return { fold: value("i", flags.fold), lines: value("m", flags.lines), dotAll: value("s", flags.dotAll) };
}

function literal(code: number, { fold }: Flags): Expression {
  return { op: "set", set: rangesSet([code, code], false, fold) };
}

function join(parts: readonly Expression[]): Expression {
  if (parts.length === 1) return parts[0] as Expression;
  return parts.length === 0 ? { op: "empty" } : { op: "join", parts };
}
