import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance, nearest } from "../../../src/nearest.ts";
import { parseIp } from "../../../src/schema/semantic/ip.ts";
import {
  isConfigMapKey,
  isDns1035Label,
  isDns1123Label,
  isDns1123Subdomain,
  isLabelValue,
  isPathSegmentName,
  isPortName,
  isQualifiedName,
  isWildcardDns1123Subdomain,
  type NameCheck,
} from "../../../src/schema/semantic/names.ts";
import { formatQuantity, parseQuantity } from "../../../src/schema/semantic/quantity.ts";
import { selectorMatches } from "../../../src/schema/semantic/selector.ts";
import { fieldOf } from "./manifest.ts";

describe("names", () => {
  it.each<[name: string, check: NameCheck, good: string[], bad: string[]]>([
    [
      "DNS-1123 labels",
      isDns1123Label,
      ["a", "0", "a-b", "x".repeat(63)],
      ["", "A", "-a", "a-", "a.b", "a_b", "ä", "x".repeat(64)],
    ],
    [
      "DNS-1123 subdomains",
      isDns1123Subdomain,
      ["a.b", "0.1", "x".repeat(253)],
      ["", ".", "a..b", "a.-b", "x".repeat(254)],
    ],
    ["DNS-1035 labels", isDns1035Label, ["a", "a-1"], ["1a", "a.b", ""]],
    [
      "qualified names",
      isQualifiedName,
      ["a", "A_b.c", "a.b/C"],
      ["", "/a", "a/", "a/b/c", "A/b", "a b", `${"x".repeat(64)}`],
    ],
    ["label values", isLabelValue, ["", "A_b.c-d", "x".repeat(63)], ["-a", "a ", "a/b", "x".repeat(64)]],
    ["port names", isPortName, ["http", "p2p-1"], ["", "80", "Http", "a--b", "-a", "a-", "a_b", "x".repeat(16)]],
    ["config keys", isConfigMapKey, ["a", ".a", "A_b-c.d"], ["", ".", "..", "..a", "a b", "a/b"]],
    ["path segments", isPathSegmentName, ["a:b", "A b"], [".", "..", "a/b", "a%b"]],
    ["wildcards", isWildcardDns1123Subdomain, ["*.a.b"], ["*", "a.b", "*.*.a", "*a.b"]],
  ])("%s", (_, check, good, bad) => {
    expect(good.filter(name => check(name).length > 0)).toEqual([]);
    expect(bad.filter(name => check(name).length === 0)).toEqual([]);
  });

  it("are checked in time however they are written", () => {
    const hostile = `${"a-".repeat(200_000)}!`;
    for (const check of [isDns1123Label, isDns1123Subdomain, isQualifiedName, isPortName])
      expect(check(hostile)).not.toEqual([]);
  });
});

describe("quantities", () => {
  const NANO = 1_000_000_000n;
  it.each<[text: string, nanos: bigint | undefined]>([
    ["0", 0n],
    ["1", NANO],
    ["-1", -NANO],
    ["+1.5", (NANO * 3n) / 2n],
    [".5", NANO / 2n],
    ["1.", NANO],
    ["100m", NANO / 10n],
    ["1k", 1000n * NANO],
    ["1Ki", 1024n * NANO],
    ["1.5Gi", 1536n * 1024n * 1024n * NANO],
    ["1e3", 1000n * NANO],
    ["1E3", 1000n * NANO],
    ["1E", 10n ** 18n * NANO],
    ["12e-1", (NANO * 12n) / 10n],
    ["0.1n", 1n],
    ["1e100", 9_223_372_036_854_775_807n * NANO],
    ["1e999999999", 9_223_372_036_854_775_807n * NANO],
    ["1e-999999999", 1n],
    ["", undefined],
    [".", undefined],
    ["1e", undefined],
    ["1K", undefined],
    ["1 Gi", undefined],
    ["1Gib", undefined],
    ["0x10", undefined],
    ["1,5", undefined],
    ["--1", undefined],
  ])("%s", (text, nanos) => {
    expect(parseQuantity(text)).toBe(nanos);
  });

  it("print what they were read from", () => {
    const nanos = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
    fc.assert(
      fc.property(nanos, value => parseQuantity(formatQuantity(value)) === value),
      { seed: 7 },
    );
  });
});

describe("IP addresses", () => {
  it.each<[text: string, family: 4 | 6 | undefined, nonStandard?: string]>([
    ["10.0.0.1", 4],
    ["010.0.0.1", 4, "10.0.0.1"],
    ["256.0.0.1", undefined],
    ["1.2.3", undefined],
    ["::", 6],
    ["::1", 6],
    ["2001:db8::ffff", 6],
    ["1:2:3:4:5:6:7:8", 6],
    ["1:2:3:4:5:6:7", undefined],
    ["1:2:3:4:5:6:7:8:9", undefined],
    ["1::2::3", undefined],
    ["::ffff:1.2.3.4", 4, "1.2.3.4"],
    ["64:ff9b::1.2.3.4", 6],
    ["fe80::1%eth0", undefined],
    ["localhost", undefined],
    ["", undefined],
  ])("%s", (text, family, nonStandard) => {
    expect(parseIp(text)?.family).toBe(family);
    expect(parseIp(text)?.nonStandard).toBe(nonStandard);
  });
});

describe("the nearest word", () => {
  const words = ["Always", "IfNotPresent", "Never"];
  it.each<[given: string, word: string | undefined]>([
    ["always", "Always"],
    ["Never ", "Never"],
    ["IfNotPresnet", "IfNotPresent"],
    ["Sometimes", undefined],
    ["", undefined],
  ])("%j", (given, word) => {
    expect(nearest(given, words)?.word).toBe(word);
  });

  it("counts a swap as one edit", () => {
    expect(distance("ab", "ba", 3)).toBe(1);
    expect(distance("kitten", "sitting", 3)).toBe(3);
  });
});

describe("selectors", () => {
  const labels = new Map([["app", "web"]]);
  it.each<[selector: string, matches: boolean | undefined]>([
    ["{}", true],
    ["null", false],
    ["{matchLabels: {app: web}}", true],
    ["{matchLabels: {app: api}}", false],
    ["{matchExpressions: [{key: app, operator: In, values: [api, web]}]}", true],
    ["{matchExpressions: [{key: app, operator: NotIn, values: [web]}]}", false],
    ["{matchExpressions: [{key: tier, operator: NotIn, values: [web]}]}", true],
    ["{matchExpressions: [{key: tier, operator: Exists}]}", false],
    ["{matchExpressions: [{key: tier, operator: DoesNotExist}]}", true],
    ["{matchExpressions: [{key: app, operator: Like}]}", undefined],
    ['{matchLabels: {app: "${APP}"}}', undefined],
  ])("%s", (selector, matches) => {
    expect(selectorMatches(fieldOf(`s: ${selector}\n`).get("s"), labels)).toBe(matches);
  });
});
