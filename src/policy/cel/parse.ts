// Text -> tree. The engine's parser reads the text; optional elements (`[?a]`, `{?k: v}`), which it does not know, are marked before.
// Macros are expanded here, as cel-go's parser does it (parser/macro.go, ext/comprehensions.go, cel/optional.go).

import { type Expr, type Fault, FaultError, type Fold, type Item } from "./tree.ts";
import { checkedInt, Uint, type Value } from "./values.ts";

/** What we use of the engine's nodes. */
interface EngineNode {
  readonly op: string;
  readonly args: unknown;
  readonly start: number;
  readonly end: number;
  readonly pos: number;
}

export type Parse = (text: string) => { readonly expr: Expr } | { readonly fault: Fault };

/** The engine is loaded once there is something to parse. */
export async function loadParser(): Promise<Parse> {
  const { Environment } = await import("@marcbachmann/cel-js");
  const engine = new Environment({ unlistedVariablesAreDyn: true, enableOptionalTypes: true });
  return text => {
    try {
      const { text: marked, optional } = markOptionals(text);
      const ast = engine.parse(marked).ast as unknown as EngineNode;
      return { expr: new Reader(optional, marked).read(ast) };
    } catch (error) {
      return { fault: faultOf(error) };
    }
  };
}

function faultOf(error: unknown): Fault {
  if (error instanceof FaultError) return { at: error.at, message: error.message };
  if (error instanceof RangeError) return { at: 0, message: "nested too deeply" };
  const { summary, message, range } = error as { summary?: string; message?: string; range?: { start: number } };
  const text = summary ?? message?.split("\n")[0] ?? "does not parse";
  return { at: range?.start ?? 0, message: `syntax error: ${text.charAt(0).toLowerCase()}${text.slice(1)}` };
}

const STRING_OR_COMMENT = /\/\/[^\n]*|([rRbB]{0,2})("""|'''|"|')/y;

/** Takes out the question marks before elements of lists and maps, and tells where they were. */
export function markOptionals(text: string): { text: string; optional: ReadonlySet<number> } {
  const optional = new Set<number>();
  if (!text.includes("?")) return { text, optional };
  let before = "";
  const brackets: string[] = [];
  for (let at = 0; at < text.length; ) {
    const skipped = skipText(text, at, before);
    if (skipped > at) {
      before = text[skipped - 1] ?? "";
      if (before !== "\n") before = '"';
      at = skipped;
      continue;
    }
    const character = text[at] ?? "";
    if (character === "[" || character === "{" || character === "(") {
      const isIndex =
        character === "[" && /[\w)\]}"'`]/.test(before) && !/\bin\s*$/.test(text.slice(Math.max(0, at - 20), at));
      brackets.push(isIndex ? "index" : character);
    } else if (character === "]" || character === "}" || character === ")") brackets.pop();
    const inside = brackets.at(-1);
    if (character === "?" && ["[", "{", ","].includes(before) && (inside === "[" || inside === "{")) optional.add(at);
    if (!/\s/.test(character)) before = character;
    at++;
  }
  if (optional.size === 0) return { text, optional };
  return { text: blank(text, optional), optional };
}

function blank(text: string, places: ReadonlySet<number>): string {
  let result = "";
  let from = 0;
  for (const at of places) {
    result += `${text.slice(from, at)} `;
    from = at + 1;
  }
  return result + text.slice(from);
}

/** The end of the string or comment that begins here, else the same place. */
function skipText(text: string, at: number, before: string): number {
  STRING_OR_COMMENT.lastIndex = at;
  const match = STRING_OR_COMMENT.exec(text);
  if (match === null || (match[1] !== "" && /\w/.test(text[at - 1] ?? "") && before !== "")) return at;
  const [whole, prefix = "", quote] = match;
  if (quote === undefined) return at + whole.length;
  const isRaw = /r/i.test(prefix);
  for (let end = at + whole.length; end < text.length; end++) {
    if (text[end] === "\\" && !isRaw) end++;
    else if (text.startsWith(quote, end)) return end + quote.length;
  }
  return text.length;
}

const OPERATORS: Readonly<Record<string, string>> = {
  in: "@in",
  "!_": "!_",
  "-_": "-_",
  "?:": "_?_:_",
};

const INFIX = new Set("+ - * / % == != < <= > >= && || in".split(" "));

/** What the checker and the evaluator can walk without running out of stack. */
const DEEPEST = 600;

const EQUALITY = new Set(["==", "!="]);
const RELATIONS = new Set(["<", "<=", ">", ">=", "in"]);

class Reader {
  private readonly optional: ReadonlySet<number>;
  private readonly text: string;
  private depth = 0;
  constructor(optional: ReadonlySet<number>, text: string) {
    this.optional = optional;
    this.text = text;
  }

  read(node: EngineNode): Expr {
    if (++this.depth > DEEPEST) throw new FaultError(node.start, `nested more than ${DEEPEST} levels deep`);
    const expr = this.readNode(node);
    this.depth--;
    return expr;
  }

  private readNode(node: EngineNode): Expr {
    const { op, args, start: at } = node;
    const parts = args as EngineNode[];
    if (op === "value") return { kind: "literal", at, value: literal(args, at) };
    if (op === "id") return { kind: "ident", at, name: String(args) };
    if (INFIX.has(op)) return this.infix(op, parts, at);
    if (op === "-_" || op === "!_") return this.unary(op, args as EngineNode, at);
    if (op === "?:") return this.call(at, "_?_:_", parts);
    if (op === "list") return { kind: "list", at, items: this.items(parts, at) };
    if (op === "map") return this.map(args as [EngineNode, EngineNode][], at);
    if (op === "." || op === ".?") {
      const [operand, field] = args as [EngineNode, string];
      return { kind: "select", at: node.pos, operand: this.read(operand), field, optional: op === ".?" };
    }
    if (op === "[]" || op === "[?]") {
      const [operand, index] = args as [EngineNode, EngineNode];
      return { kind: "index", at, operand: this.read(operand), index: this.read(index), optional: op === "[?]" };
    }
    if (op === "call") {
      const [name, given] = args as [string, EngineNode[]];
      return name === "has" && given.length === 1 ? this.has(given, at) : this.call(at, name, given);
    }
    const [name, target, given] = args as [string, EngineNode, EngineNode[]];
    return this.memberCall(name, target, given, at);
  }

  /** To CEL all comparisons bind alike and from the left; the engine lets `<` bind more closely than `==`. */
  private infix(op: string, parts: readonly EngineNode[], at: number): Expr {
    const [left, right] = parts;
    const name = OPERATORS[op] ?? `_${op}_`;
    if (left !== undefined && right !== undefined && EQUALITY.has(op) && RELATIONS.has(right.op)) {
      const [inner, last] = right.args as [EngineNode, EngineNode];
      if (!this.text.slice(left.end, right.start).includes("(")) {
        const first: EngineNode = { op, args: [left, inner], start: at, end: inner.end, pos: at };
        return this.infix(right.op, [first, last], at);
      }
    }
    return this.call(at, name, parts);
  }

  private unary(op: string, operand: EngineNode, at: number): Expr {
    if (op === "-_" && operand.op === "value" && typeof operand.args === "bigint")
      return { kind: "literal", at, value: literal(-operand.args, at) };
    if (op === "-_" && operand.op === "value" && typeof operand.args === "number")
      return { kind: "literal", at, value: -operand.args };
    return this.call(at, op, [operand]);
  }

  private call(at: number, name: string, args: readonly EngineNode[]): Expr {
    return { kind: "call", at, name, args: args.map(arg => this.read(arg)) };
  }

  private isOptional(from: number, to: number): boolean {
    for (const at of this.optional) if (at >= from && at < to) return true;
    return false;
  }

  private items(nodes: readonly EngineNode[], start: number): Item[] {
    let from = start;
    return nodes.map(node => {
      const optional = this.isOptional(from, node.start);
      from = node.end;
      return { value: this.read(node), optional };
    });
  }

  private map(entries: readonly (readonly [EngineNode, EngineNode])[], at: number): Expr {
    let from = at;
    const read = entries.map(([key, value]) => {
      const optional = this.isOptional(from, key.start);
      from = value.end;
      return { key: this.read(key), value: this.read(value), optional };
    });
    return { kind: "map", at, entries: read };
  }

  private has([argument]: readonly EngineNode[], at: number): Expr {
    if (argument === undefined || argument.op !== ".") throw new FaultError(at, "invalid argument to has() macro");
    const [operand, field] = argument.args as [EngineNode, string];
    return { kind: "has", at: argument.pos, operand: this.read(operand), field };
  }

  private memberCall(name: string, target: EngineNode, args: readonly EngineNode[], at: number): Expr {
    const shape = foldShape(name, args.length);
    if (shape === undefined)
      return { kind: "call", at, name, target: this.read(target), args: args.map(arg => this.read(arg)) };
    const names = args.slice(0, shape.variables);
    const rest = args.slice(shape.variables).map(arg => this.read(arg));
    const variables = names.map(node => {
      if (node.op !== "id") throw new FaultError(node.start, "argument must be a simple name");
      return String(node.args);
    });
    if (new Set(variables).size < variables.length)
      throw new FaultError(names[1]?.start ?? at, "duplicate variable name");
    const [first, second] = rest as [Expr, Expr | undefined];
    const range = this.read(target);
    if (second === undefined) return { kind: "fold", at, macro: shape.macro, range, variables, body: first };
    return { kind: "fold", at, macro: shape.macro, range, variables, filter: first, body: second };
  }
}

/** Which macro a call is, by its name and number of arguments. */
function foldShape(name: string, count: number): { macro: Fold; variables: number } | undefined {
  if (name === "exists_one" || name === "existsOne")
    return count === 3 || count === 2 ? { macro: "existsOne", variables: count - 1 } : undefined;
  if (name === "all" || name === "exists")
    return count === 2 || count === 3 ? { macro: name, variables: count - 1 } : undefined;
  if (name === "map") return count === 2 || count === 3 ? { macro: "map", variables: 1 } : undefined;
  if (name === "filter" || name === "sortBy" || name === "optMap" || name === "optFlatMap")
    return count === 2 ? { macro: name, variables: 1 } : undefined;
  if (name === "transformList" || name === "transformMap" || name === "transformMapEntry")
    return count === 3 || count === 4 ? { macro: name, variables: 2 } : undefined;
  return undefined;
}

function literal(value: unknown, at: number): Value {
  if (typeof value === "bigint") {
    try {
      return checkedInt(value);
    } catch {
      throw new FaultError(at, "invalid int literal");
    }
  }
  if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string")
    return value;
  if (value instanceof Uint8Array) return value;
  return new Uint(BigInt(String((value as { valueOf(): unknown }).valueOf())));
}
