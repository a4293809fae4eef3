// Beyond the tokens of the oracle: how numbers are written in JSON and as keys.

import { describe, expect, test } from "vitest";
import { keyText, resolvePlain, resolveTagged } from "../../src/yaml/scalar.ts";

const CORE = "tag:yaml.org,2002:";

describe("plain scalars", () => {
  test.each<[string, unknown, string | undefined]>([
    ["3.0", 3, "3"],
    ["1e1", 10, "10"],
    ["8080", 8080, undefined],
    ["-0", 0, undefined],
    ["-0.0", -0, "-0"],
    ["9007199254740993", 9007199254740992, "9007199254740993"],
    ["18446744073709551615", 18446744073709552000, "18446744073709551615"],
    ["+18446744073709551615", 18446744073709552000, "18446744073709552000"],
    ["1e-7", 1e-7, "1e-7"],
    ["0_8", 8, "8"],
    ["0b", "0b", undefined],
    ["0o", "0o", undefined],
    [".5_0", ".5_0", undefined],
    ["1".repeat(400), "1".repeat(400), undefined],
  ])("%s", (text, value, json) => {
    const resolved = resolvePlain(text);
    expect(resolved.value).toBe(value);
    expect(resolved.json).toBe(json);
  });
});

describe("keys", () => {
  test.each<[string, string | undefined]>([
    ["yes", "true"],
    ["0644", "420"],
    ["1.5", "1.5"],
    ["0.1", "0.1"],
    ["1e6", "1e+06"],
    ["123456.7", "123456.7"],
    ["0.00001", "1e-05"],
    ["1e39", ".inf"],
    ["-0.0", "-0"],
    [".nan", ".nan"],
    ["9223372036854775807", "9223372036854775807"],
    ["9223372036854775808", undefined],
    ["~", undefined],
    ["2001-01-01", "2001-01-01"],
  ])("%s", (text, expected) => {
    expect(keyText(resolvePlain(text))).toBe(expected);
  });
});

describe("tags", () => {
  test.each<[string, string, unknown]>([
    [`${CORE}str`, "1", "1"],
    [`${CORE}int`, "0o7", 7],
    [`${CORE}float`, "1", 1],
    [`${CORE}timestamp`, "2024-02-29", "2024-02-29"],
    [`${CORE}timestamp`, "2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"],
    [`${CORE}binary`, "aGVs\nbG8=", "hello"],
    [`${CORE}binary`, "77u/4oLDqQ==", "\ufeff\ufffd\ufffdé"],
    ["!mine", "yes", "yes"],
  ])("%s %j", (tag, text, value) => {
    expect(resolveTagged(tag, text)?.value).toBe(value);
  });

  test.each<[string, string]>([
    [`${CORE}int`, "1.5"],
    [`${CORE}bool`, "1"],
    [`${CORE}null`, "x"],
    [`${CORE}float`, "18446744073709551615"],
    [`${CORE}timestamp`, "2023-02-29"],
    [`${CORE}timestamp`, "2001-01-01 24:00:00"],
    [`${CORE}binary`, "abc"],
  ])("%s refuses %j", (tag, text) => {
    expect(resolveTagged(tag, text)).toBeUndefined();
  });
});
