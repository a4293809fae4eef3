// The table of functions: what each overload takes and gives, and how it is computed. Checker and evaluator read the same table.

import { formatType, parseType, splitTypes, type Type } from "./types.ts";
import { CelError, kindOf, Opaque, OptionalValue, type Value } from "./values.ts";

/** What a function may ask of the run it is part of. */
export interface Run {
  /** Counts work; throws once there was too much of it. */
  spend(amount: number): void;
}

export type Compute = (args: readonly Value[], run: Run) => Value;

export interface Overload {
  readonly name: string;
  /** Called on its first argument: `text.size()`. */
  readonly isMember: boolean;
  readonly args: readonly Type[];
  readonly result: Type;
  readonly compute: Compute;
}

export class Functions {
  private readonly byName = new Map<string, Overload[]>();

  /** `string.(int): string` is called on a string, `(string): int` is not. */
  add(name: string, signature: string, compute: (...args: never[]) => Value, withRun = false): this {
    const open = signature.startsWith("(") ? 0 : signature.indexOf(".(") + 1;
    const close = closing(signature, open);
    const args = splitTypes(signature.slice(open + 1, close)).map(parseType);
    if (open > 0) args.unshift(parseType(signature.slice(0, open - 1)));
    const call = compute as (...args: unknown[]) => Value;
    const overload: Overload = {
      name,
      isMember: open > 0,
      args,
      result: parseType(signature.slice(close + 1).replace(/^:\s*/, "")),
      compute: withRun ? (given, run) => call(run, ...given) : given => call(...given),
    };
    const overloads = this.byName.get(name);
    if (overloads === undefined) this.byName.set(name, [overload]);
    else overloads.push(overload);
    return this;
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  of(name: string): readonly Overload[] {
    return this.byName.get(name) ?? [];
  }

  call(name: string, isMember: boolean, args: readonly Value[], run: Run): Value {
    for (const overload of this.of(name))
      if (overload.isMember === isMember && accepts(overload, args)) return overload.compute(args, run);
    throw new CelError("no such overload");
  }
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at;
  }
  return text.length;
}

function accepts({ args }: Overload, given: readonly Value[]): boolean {
  return args.length === given.length && args.every((type, index) => isOf(given[index] ?? null, type));
}

function isOf(value: Value, type: Type): boolean {
  if (type.kind === "dyn" || type.kind === "parameter") return true;
  if (type.kind !== "opaque") return kindOf(value) === type.kind;
  if (value instanceof OptionalValue) return type.name === "optional_type";
  return value instanceof Opaque && value.typeName === type.name;
}

export function formatCall(name: string, args: readonly Type[], isMember: boolean): string {
  const [receiver, ...others] = args.map(formatType);
  const shown = isMember ? `${receiver}.(${others.join(", ")})` : `(${[receiver, ...others].join(", ")})`;
  return `found no matching overload for '${name}' applied to '${args.length === 0 ? "()" : shown}'`;
}
