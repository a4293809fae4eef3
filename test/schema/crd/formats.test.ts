import { expect, test } from "vitest";
import { formatCheck, isUnrecognizedFormat } from "../../../src/schema/crd/formats.ts";

const MINOR = 35;

function check(format: string, text: string): boolean {
  const formatted = formatCheck(format, MINOR);
  if (formatted === undefined) throw new Error(`no format ${format}`);
  return formatted(text);
}

/** Texts that Go's packages and kube-openapi's strfmt take, and those they do not. */
const TEXTS: Readonly<Record<string, { good: readonly string[]; bad: readonly string[] }>> = {
  date: { good: ["2024-02-29", "0001-01-01"], bad: ["2023-02-29", "2024-2-9", "2024-02-29T00:00:00Z", ""] },
  "date-time": {
    good: ["2024-02-29T12:00:00Z", "2024-02-29t12:00:00.123z", "2024-02-29T12:00:00+02:00"],
    bad: ["2024-02-29", "2024-02-29 12:00:00Z", "2024-02-29T24:00:00Z", "2024-02-29T12:00:00", "noon", ""],
  },
  duration: {
    good: ["1h30m", "-5m", "1.5h", ".5s", "0", "22 ns", "3 days", "2 weeks", "P3Y6M", "1µs"],
    bad: ["5", "", "abc", "1 fortnight", "99999999999999999999 days"],
  },
  byte: { good: ["aGVsbG8=", "YQ==", "YWJj"], bad: ["hello!", "", "YQ=", "YQ", "Y_==", "=aaa"] },
  ipv4: { good: ["10.0.0.1", "010.0.0.1", "::ffff:10.0.0.1"], bad: ["10.0.0.256", "10.0.0", "::1", ""] },
  ipv6: { good: ["::1", "2001:db8::ff", "::ffff:10.0.0.1"], bad: ["10.0.0.1", ":::", "::1%eth0", "1::2::3"] },
  cidr: { good: ["10.0.0.5/8", "::/0", "2001:db8::/32"], bad: ["10.0.0.0/33", "10.0.0.0", "x/8", "10.0.0.0/"] },
  mac: {
    good: ["00:1b:63:84:45:e6", "00-1B-63-84-45-E6", "001b.6384.45e6", "02:00:5e:10:00:00:00:01"],
    bad: ["00:1b:63:84:45", "00:1b:63:84:45:g6", "001b638445e6", ""],
  },
  hostname: {
    good: ["a", "localhost", "m-yhost", "a.example.com", "my-host.example.com", "1a.example.com", "пример.рф"],
    bad: ["a.example.com.", "my_host", "my-host", "-a.example.com", "a..com", "a.b.c1", "", "a b.com"],
  },
  email: {
    good: ["a@b", "a.b@example.com", '"a b"@example.com', "A Name <a@example.com>", "<a@example.com>"],
    bad: ["example.com", "a@b@c", "@b", "a@", ".a@b", "a b@c", "a@b.", ""],
  },
  uri: {
    good: [
      "http://example.com",
      "https://u:p@example.com:8080/x?y=%zz",
      "/a/path",
      "mailto:a@b",
      "http://[::1]:80/",
      "*",
    ],
    bad: ["x/y", "", "1http:x", "http://a b/", "http://example.com:port/", "/a%zz", "http://[::1/", "/\u0007"],
  },
  uuid: {
    good: ["123e4567-e89b-12d3-a456-426614174000", "123E4567E89B12D3A456426614174000"],
    bad: ["123e4567", "123e4567-e89b-12d3-a456-42661417400g"],
  },
  uuid4: { good: ["123e4567-e89b-42d3-a456-426614174000"], bad: ["123e4567-e89b-12d3-a456-426614174000"] },
  isbn: { good: ["0321751043", "978-0321751041", "0-8044-2957-X"], bad: ["123", "0321751044", "9780321751042"] },
  hexcolor: { good: ["#fff", "FFFFFF"], bad: ["#ggg", "#ffff"] },
  rgbcolor: { good: ["rgb(1, 2,255)"], bad: ["rgb(1,2,256)", "rgb(1,2)", "rgb(01,2,3)"] },
  ssn: { good: ["111-22-3333"], bad: ["111223333", "111-22-33333"] },
  creditcard: { good: ["4111 1111 1111 1111"], bad: ["4111 1111 1111 1112", ""] },
  bsonobjectid: { good: ["507f1f77bcf86cd799439011"], bad: ["xyz", "507f1f77bcf86cd79943901"] },
  "k8s-short-name": { good: ["my-name", "1"], bad: ["my.name", "-a", "A", "a".repeat(64), ""] },
  "k8s-long-name": { good: ["my.name", "a".repeat(253)], bad: ["my..name", "A.b", "a".repeat(254)] },
  password: { good: ["", "anything"], bad: [] },
};

test.each(Object.entries(TEXTS))("%s", (format, { good, bad }) => {
  expect(good.filter(text => !check(format, text))).toEqual([]);
  expect(bad.filter(text => check(format, text))).toEqual([]);
});

test("hyphens in the name of a format do not matter", () => {
  expect(formatCheck("datetime", MINOR)).toBe(formatCheck("date-time", MINOR));
});

test("unknown formats and those of numbers are not checked", () => {
  for (const format of ["made-up", "int32", "string", "toString", "constructor"])
    expect(formatCheck(format, MINOR)).toBeUndefined();
});

test("names are a format since 1.34", () => {
  expect(formatCheck("k8s-short-name", 33)).toBeUndefined();
  expect(formatCheck("k8s-short-name", 34)).toBeDefined();
});

test("the server warns of formats it ignores since 1.34, of those of all types since 1.36", () => {
  expect(isUnrecognizedFormat("made-up", "string", 33)).toBe(false);
  expect(isUnrecognizedFormat("made-up", "string", 34)).toBe(true);
  expect(isUnrecognizedFormat("made-up", "", 35)).toBe(false);
  expect(isUnrecognizedFormat("made-up", "", 36)).toBe(true);
  expect(isUnrecognizedFormat("uint64", "integer", 35)).toBe(false);
  expect(isUnrecognizedFormat("uint64", "integer", 36)).toBe(true);
  expect(isUnrecognizedFormat("int64", "integer", 36)).toBe(false);
});
