// What is changed in a source to see whether a test notices: one small mistake at a time, as a person might make it.

import { type ESTree, parseSync } from "rolldown/utils";

type Node = ESTree.Node;

export interface Mutant {
  readonly file: string;
  readonly kind: string;
  /** 1-based. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** Index of the function it stands in, as `functionsOf` counts them; -1 for what runs when the module is loaded. */
  readonly within: number;
}

export interface Parsed {
  readonly mutants: readonly Mutant[];
  /** The source with `__hit(i)` at the start of each function. */
  readonly instrumented: string;
}

const COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
};
const ARITHMETIC: Readonly<Record<string, string>> = { "+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "**": "*" };
const UPDATES: Readonly<Record<string, string>> = { "++": "--", "--": "++", "+=": "-=", "-=": "+=", "*=": "/=" };
const METHODS: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  min: "max",
  max: "min",
  floor: "ceil",
  ceil: "floor",
  find: "findLast",
  startsWith: "endsWith",
  endsWith: "startsWith",
};
/** Calls that compare their argument. */
const COMPARING = new Set(["includes", "startsWith", "endsWith", "has", "indexOf"]);
const LEAVING = new Set(["ReturnStatement", "ContinueStatement", "BreakStatement", "ThrowStatement"]);
const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);
const TRANSPARENT = new Set(["TSAsExpression", "TSNonNullExpression", "TSSatisfiesExpression"]);
/** Of a rule's description only the defaults of its options are code; the rest is prose, or a declaration that other tests read. */
const RULE_CODE = new Set(["check", "options"]);
const OPTION_PROSE = new Set(["type", "description", "minimum", "items"]);

/** All mutants of a source, in order. */
export function mutate(file: string, source: string): Parsed {
  return new Mutator(file, source).run();
}

export function applied(source: string, { start, end, replacement }: Mutant): string {
  return source.slice(0, start) + replacement + source.slice(end);
}

class Mutator {
  private readonly mutants: Mutant[] = [];
  private readonly inserts: { at: number; text: string }[] = [];
  private readonly above: Node[] = [];
  private readonly file: string;
  private readonly source: string;
  private functions = 0;
  private within = -1;

  constructor(file: string, source: string) {
    this.file = file;
    this.source = source;
  }

  run(): Parsed {
    const { program, errors } = parseSync(this.file, this.source, { preserveParens: false });
    if (errors.length > 0) throw new Error(`${this.file}: ${errors[0]?.message}`);
    this.visit(program);
    const mutants = this.mutants.sort((a, b) => a.start - b.start || a.end - b.end);
    const inserts = this.inserts.sort((a, b) => b.at - a.at);
    const instrumented = inserts.reduce(
      (text, { at, text: more }) => text.slice(0, at) + more + text.slice(at),
      this.source,
    );
    return { mutants, instrumented };
  }

  private visit(node: Node): void {
    if (node.type === "ImportDeclaration" || (node.type.startsWith("TS") && !TRANSPARENT.has(node.type))) return;
    if (node.type === "Property" && this.isProse(node.key)) return;
    const outer = this.within;
    if (FUNCTIONS.has(node.type)) this.enter(node as ESTree.Function | ESTree.ArrowFunctionExpression);
    this.mutate(node);
    this.above.push(node);
    for (const [key, child] of Object.entries(node)) {
      if (key === "parent" || key === "typeAnnotation" || key === "returnType" || key === "typeParameters") continue;
      for (const item of Array.isArray(child) ? child : [child]) if (isNode(item)) this.visit(item);
    }
    this.above.pop();
    this.within = outer;
  }

  private enter({ body }: ESTree.Function | ESTree.ArrowFunctionExpression): void {
    if (body === null) return;
    this.within = this.functions++;
    const hit = `__hit(${this.within})`;
    if (body.type === "BlockStatement") this.inserts.push({ at: body.start + 1, text: `${hit};` });
    else {
      this.inserts.push({ at: body.start, text: `(${hit}, ` });
      this.inserts.push({ at: body.end, text: ")" });
    }
  }

  /** Above a property: its object, the call of defineRule, and what exports it. */
  private isProse(key: Node): boolean {
    const name = this.text(key);
    const call = this.above.at(-2);
    if (call?.type === "CallExpression" && this.text(call.callee) === "defineRule") return !RULE_CODE.has(name);
    return OPTION_PROSE.has(name) && this.within < 0 && this.above.some(node => this.isRule(node));
  }

  private isRule(node: Node): boolean {
    return node.type === "CallExpression" && this.text(node.callee) === "defineRule";
  }

  private mutate(node: Node): void {
    if (node.type === "BinaryExpression") this.binary(node);
    else if (node.type === "LogicalExpression") this.logical(node);
    else if (node.type === "UnaryExpression" && node.operator === "!")
      this.add("negation removed", node, `(${this.text(node.argument)})`);
    else if (node.type === "IfStatement") this.condition(node);
    else if (node.type === "ConditionalExpression") this.negate(node.test);
    else if (node.type === "Literal") this.literal(node);
    else if (node.type === "UpdateExpression" || node.type === "AssignmentExpression") this.update(node);
    else if (node.type === "ExpressionStatement" && this.within >= 0) this.add("statement removed", node, ";");
    else if (node.type === "CallExpression") this.call(node);
    if ((node.type === "MemberExpression" || node.type === "CallExpression") && node.optional) this.chain(node);
  }

  private binary(node: ESTree.BinaryExpression | ESTree.PrivateInExpression): void {
    const { operator, left, right } = node;
    const [from, to] = [this.text(left), this.text(right)];
    for (const other of COMPARISONS[operator] ?? []) this.add("comparison", node, `(${from}) ${other} (${to})`);
    const other = ARITHMETIC[operator];
    const isText = [left, right].some(
      ({ type, ...side }) => type === "TemplateLiteral" || ("value" in side && typeof side.value === "string"),
    );
    if (other !== undefined && !isText) this.add("arithmetic", node, `((${from}) ${other} (${to}))`);
  }

  private logical(node: ESTree.LogicalExpression): void {
    const [left, right] = [this.text(node.left), this.text(node.right)];
    if (node.operator !== "??") {
      this.add("connective", node, `((${left}) ${node.operator === "&&" ? "||" : "&&"} (${right}))`);
      return;
    }
    this.add("fallback removed", node, `(${left})`);
    this.add("fallback always", node, `(${right})`);
  }

  private condition({ test, consequent, alternate }: ESTree.IfStatement): void {
    const last = consequent.type === "BlockStatement" ? consequent.body.at(-1) : consequent;
    if (alternate === null && last !== undefined && LEAVING.has(last.type)) this.add("guard removed", test, "false");
    this.negate(test);
  }

  /** A comparison has its own mutants, and `!` is taken away. */
  private negate(test: Node): void {
    const isNegated = test.type === "UnaryExpression" && test.operator === "!";
    if (isNegated || (test.type === "BinaryExpression" && test.operator in COMPARISONS)) return;
    this.add("condition negated", test, `!(${this.text(test)})`);
  }

  private literal(node: Node & { readonly value: unknown }): void {
    const { value } = node;
    const parent = this.above.at(-1);
    if (parent?.type === "Property" && parent.key === node) return;
    if (typeof value === "boolean") this.add("boolean", node, String(!value));
    if (typeof value === "number") for (const by of [1, -1]) this.add("constant", node, `(${value + by})`);
    if (typeof value === "string" && this.isCompared(node)) this.add("string", node, JSON.stringify(`${value}~`));
  }

  /** Operand of a comparison, a case, an argument of `includes` and the like, an element of a set or of a list that stands for one. */
  private isCompared(node: Node): boolean {
    const [grandparent, parent] = this.above.slice(-2);
    if (parent?.type === "BinaryExpression") return parent.operator in COMPARISONS;
    if (parent?.type === "SwitchCase") return true;
    if (parent?.type === "CallExpression") return parent.callee !== node && COMPARING.has(this.method(parent));
    if (parent?.type !== "ArrayExpression") return false;
    if (grandparent?.type === "NewExpression") return true;
    return (
      this.within < 0 || (grandparent?.type === "MemberExpression" && this.text(grandparent).endsWith(".includes"))
    );
  }

  private update(node: ESTree.UpdateExpression | ESTree.AssignmentExpression): void {
    const other = UPDATES[node.operator];
    if (other === undefined) return;
    const at = this.source.indexOf(node.operator, node.type === "AssignmentExpression" ? node.left.end : node.start);
    this.add("arithmetic", { start: at, end: at + node.operator.length }, other);
  }

  private call(node: ESTree.CallExpression): void {
    const { callee } = node;
    if (callee.type !== "MemberExpression" || callee.computed) return;
    const name = this.method(node);
    const other = METHODS[name];
    if (other !== undefined) this.add("method", callee.property, other);
    if (name === "filter") this.add("filter removed", node, `(${this.text(callee.object)})`);
  }

  private chain(node: ESTree.MemberExpression | ESTree.CallExpression): void {
    const at = this.source.indexOf("?.", node.type === "MemberExpression" ? node.object.end : node.callee.end);
    const isDot = node.type === "MemberExpression" && !node.computed;
    this.add("optional chaining", { start: at, end: at + 2 }, isDot ? "." : "");
  }

  private method({ callee }: ESTree.CallExpression): string {
    return callee.type === "MemberExpression" && !callee.computed ? this.text(callee.property) : "";
  }

  private add(kind: string, { start, end }: { start: number; end: number }, replacement: string): void {
    const line = this.source.slice(0, start).split("\n").length;
    this.mutants.push({ file: this.file, kind, line, start, end, replacement, within: this.within });
  }

  private text({ start, end }: Node): string {
    return this.source.slice(start, end);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
