// Whatever stands in a policy: an answer or an error, never an exception, never a hang.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runExpression } from "./run.ts";

const PIECES =
  "object a b spec 1 2u 1.5 'x' \"y\" r'\\d' b'z' true null . .? ( ) [ ] [? { } {? , : ? + - * / % == != < >= && || ! in has( .all(x, .exists(k, v, .map(x, .filter(x, .transformMap(k, v, .optMap(x, .size() .matches('a+') .find('(a|b)*?c') .format([ .split( optional.of( optional.none() quantity( semver( ip( cidr( url( duration( timestamp( format.named( sets.contains( type( string( int( dyn( lists.range( .sum() .max() .sort() .join() .orValue( .value() variables params // \n '".split(
    " ",
  );
const OBJECT = { a: [1, "x", null, { b: true }], b: { c: "d" }, spec: { replicas: 3, text: "aaaaaaaaaaaaaaaaaaaa" } };
const SEED = { seed: 11, numRuns: 1500 };

function survives(text: string): void {
  const { faults, error, type } = runExpression(text, OBJECT);
  expect(faults.length > 0 || error !== undefined || type !== undefined).toBe(true);
  for (const { at } of faults) expect(at >= 0 && at <= text.length).toBe(true);
}

describe("any expression", () => {
  it("of CEL's own pieces is answered", () => {
    const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map(parts => parts.join(" "));
    fc.assert(fc.property(texts, survives), SEED);
  });

  it("of any characters is answered", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), survives), SEED);
  });

  it.each([
    "((((".repeat(2000),
    ...[500, 1000, 3000, 6000, 9000].map(count => `${"1 + ".repeat(count)}1 == 1`),
    ...[100, 600, 3000].map(count => `${"!".repeat(count)}true`),
    `${"[1].all(x, ".repeat(80)}true${")".repeat(80)}`,
    `${"!".repeat(20_000)}true`,
    "[".repeat(5000),
    `${"1 + ".repeat(20_000)}1 == 1`,
    "'%.1000f'.format([1.0]) == ''",
    "lists.range(1000000000).size() == 1",
    "[1].map(x, 'a'.replace('', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).size() == 1",
    `object.spec.text.matches('${"(a*)*".repeat(20)}b')`,
    "timestamp('0001-01-01T00:00:00Z').getFullYear() == 1",
    "constructor == __proto__",
    "object.__proto__ == object.constructor",
  ])("%.40s", text => survives(text));

  it("sees nothing of JavaScript's own properties", () => {
    expect(
      runExpression("has(object.constructor) || has(object.__proto__) || has(object.toString)", OBJECT).value,
    ).toBe(false);
    expect(runExpression("'toString' in object || 'constructor' in object", OBJECT).value).toBe(false);
  });
});
