// Kubernetes' libraries of opaque values: quantities, versions, URLs, formats and the authorizer (apiserver/pkg/cel/library).

import { isRequestUri } from "../../schema/crd/format-addresses.ts";
import { formatCheck } from "../../schema/crd/formats.ts";
import * as names from "../../schema/semantic/names.ts";
import { parseQuantity } from "../../schema/semantic/quantity.ts";
import type { Functions } from "./functions.ts";
import { CelError, checkedInt, ListValue, MapValue, NONE, Opaque, OptionalValue, type Value } from "./values.ts";

export function addKubernetes(functions: Functions): void {
  addQuantities(functions);
  addVersions(functions);
  addUrls(functions);
  addFormats(functions);
  addAuthorizer(functions);
}

const NANO = 1_000_000_000n;

class Quantity extends Opaque {
  readonly typeName = "kubernetes.Quantity";
  readonly nanos: bigint;
  constructor(nanos: bigint) {
    super();
    this.nanos = nanos;
  }
  equals(other: Opaque): boolean {
    return other instanceof Quantity && other.nanos === this.nanos;
  }
}

function quantity(text: string): Quantity {
  const nanos = parseQuantity(text);
  if (nanos === undefined)
    throw new CelError("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
  return new Quantity(nanos);
}

function signOf(value: bigint): bigint {
  return value < 0n ? -1n : value > 0n ? 1n : 0n;
}

function isWhole({ nanos }: Quantity): boolean {
  return nanos % NANO === 0n && nanos / NANO < 2n ** 63n && nanos / NANO >= -(2n ** 63n);
}

function addQuantities(functions: Functions): void {
  const type = "kubernetes.Quantity";
  functions.add("quantity", `(string): ${type}`, quantity);
  functions.add("isQuantity", "(string): bool", (text: string) => parseQuantity(text) !== undefined);
  functions.add("sign", `(${type}): int`, ({ nanos }: Quantity) => signOf(nanos));
  functions.add("isInteger", `${type}.(): bool`, isWhole);
  functions.add("asInteger", `${type}.(): int`, (value: Quantity) => {
    if (!isWhole(value)) throw new CelError("cannot convert value to integer");
    return value.nanos / NANO;
  });
  functions.add("asApproximateFloat", `${type}.(): double`, ({ nanos }: Quantity) => Number(nanos) / 1e9);
  functions.add("add", `${type}.(${type}): ${type}`, (a: Quantity, b: Quantity) => new Quantity(a.nanos + b.nanos));
  functions.add("add", `${type}.(int): ${type}`, (a: Quantity, b: bigint) => new Quantity(a.nanos + b * NANO));
  functions.add("sub", `${type}.(${type}): ${type}`, (a: Quantity, b: Quantity) => new Quantity(a.nanos - b.nanos));
  functions.add("sub", `${type}.(int): ${type}`, (a: Quantity, b: bigint) => new Quantity(a.nanos - b * NANO));
  functions.add("isLessThan", `${type}.(${type}): bool`, (a: Quantity, b: Quantity) => a.nanos < b.nanos);
  functions.add("isGreaterThan", `${type}.(${type}): bool`, (a: Quantity, b: Quantity) => a.nanos > b.nanos);
  functions.add("compareTo", `${type}.(${type}): int`, (a: Quantity, b: Quantity) => signOf(a.nanos - b.nanos));
}

class Version extends Opaque {
  readonly typeName = "kubernetes.Semver";
  readonly numbers: readonly bigint[];
  readonly pre: readonly string[];
  constructor(numbers: readonly bigint[], pre: readonly string[]) {
    super();
    this.numbers = numbers;
    this.pre = pre;
  }
  equals(other: Opaque): boolean {
    return other instanceof Version && compareVersions(this, other) === 0n;
  }
}

const VERSION =
  /^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;

/** blang/semver Parse: numbers and numeric identifiers have no leading zeros. */
function parseVersion(text: string): Version | undefined {
  const match = text.length > 1000 ? null : VERSION.exec(text);
  if (match === null) return undefined;
  const [, major = "", minor = "", patch = "", pre] = match;
  const numbers = [major, minor, patch].map(BigInt);
  const parts = pre === undefined ? [] : pre.split(".");
  if (numbers.some(number => number >= 2n ** 64n) || parts.some(part => /^0[0-9]+$/.test(part))) return undefined;
  return new Version(numbers, parts);
}

/** Leaves out a "v", adds the parts that are missing and takes leading zeros away (library/semverlib.go normalizeAndParse). */
function normalize(text: string): string {
  const [parts = "", rest = ""] = cutAt(text.replace(/^v/, ""), /[-+]/);
  const numbers = parts.split(".");
  if (numbers.length > 3) return text;
  while (numbers.length < 3 && rest === "") numbers.push("0");
  return numbers.map(part => part.replace(/^0+(?=[0-9])/, "")).join(".") + rest;
}

function cutAt(text: string, where: RegExp): [string, string] {
  const at = text.search(where);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
}

function compareVersions(a: Version, b: Version): bigint {
  for (let index = 0; index < 3; index++) {
    const order = signOf((a.numbers[index] ?? 0n) - (b.numbers[index] ?? 0n));
    if (order !== 0n) return order;
  }
  if (a.pre.length === 0 || b.pre.length === 0) return BigInt(Math.sign(b.pre.length - a.pre.length));
  for (let index = 0; index < Math.min(a.pre.length, b.pre.length); index++) {
    const order = compareParts(a.pre[index] ?? "", b.pre[index] ?? "");
    if (order !== 0n) return order;
  }
  return BigInt(Math.sign(a.pre.length - b.pre.length));
}

function compareParts(a: string, b: string): bigint {
  const numeric = [a, b].map(part => /^[0-9]+$/.test(part));
  if (numeric[0] && numeric[1]) return signOf(BigInt(a) - BigInt(b));
  if (numeric[0] !== numeric[1]) return numeric[0] ? -1n : 1n;
  return a < b ? -1n : a > b ? 1n : 0n;
}

function version(text: string, lenient = false): Version {
  const parsed = parseVersion(lenient ? normalize(text) : text);
  if (parsed === undefined) throw new CelError(`${JSON.stringify(text)} is no semantic version`);
  return parsed;
}

function addVersions(functions: Functions): void {
  const type = "kubernetes.Semver";
  const isVersion = (text: string, lenient = false) => parseVersion(lenient ? normalize(text) : text) !== undefined;
  functions.add("semver", `(string): ${type}`, version).add("semver", `(string, bool): ${type}`, version);
  functions.add("isSemver", "(string): bool", isVersion).add("isSemver", "(string, bool): bool", isVersion);
  ["major", "minor", "patch"].forEach((name, index) => {
    functions.add(name, `${type}.(): int`, ({ numbers }: Version) => checkedInt(numbers[index] ?? 0n));
  });
  functions.add("isLessThan", `${type}.(${type}): bool`, (a: Version, b: Version) => compareVersions(a, b) < 0n);
  functions.add("isGreaterThan", `${type}.(${type}): bool`, (a: Version, b: Version) => compareVersions(a, b) > 0n);
  functions.add("compareTo", `${type}.(${type}): int`, compareVersions);
}

class Url extends Opaque {
  readonly typeName = "kubernetes.URL";
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  equals(other: Opaque): boolean {
    return other instanceof Url && other.text === this.text;
  }
  /** Scheme, authority, path and query as written. */
  get parts(): { scheme: string; host: string; path: string; query: string } {
    const match = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?]*))?([^?]*)(?:\?(.*))?$/s.exec(this.text);
    const [, scheme = "", authority = "", path = "", query = ""] = match ?? [];
    return { scheme: scheme.toLowerCase(), host: authority.slice(authority.lastIndexOf("@") + 1), path, query };
  }
}

function queryOf(url: Url): Value {
  const values = new Map<string, string[]>();
  for (const pair of url.parts.query.split("&")) {
    if (pair === "" || pair.includes(";")) continue;
    const [key = "", value = ""] = cutAt(pair, /=/).map(part => part.replace(/^=/, ""));
    const name = unescapeQuery(key);
    const text = unescapeQuery(value);
    if (name !== undefined && text !== undefined) values.set(name, [...(values.get(name) ?? []), text]);
  }
  return new MapValue([...values].map(([key, list]) => [key, new ListValue(list)]));
}

function unescapeQuery(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

function addUrls(functions: Functions): void {
  const type = "kubernetes.URL";
  functions.add("url", `(string): ${type}`, (text: string) => {
    if (!isRequestUri(text))
      throw new CelError(`URL parse error during conversion from string: ${JSON.stringify(text)}`);
    return new Url(text);
  });
  functions.add("isURL", "(string): bool", isRequestUri);
  functions.add("getScheme", `${type}.(): string`, (url: Url) => url.parts.scheme);
  functions.add("getHost", `${type}.(): string`, (url: Url) => url.parts.host);
  functions.add("getHostname", `${type}.(): string`, ({ parts: { host } }: Url) =>
    host.startsWith("[") ? host.slice(1, host.indexOf("]")) : host.replace(/:[0-9]*$/, ""),
  );
  functions.add("getPort", `${type}.(): string`, (url: Url) => /:([0-9]*)$/.exec(url.parts.host)?.[1] ?? "");
  functions.add("getEscapedPath", `${type}.(): string`, (url: Url) => url.parts.path);
  functions.add("getQuery", `${type}.(): map(string, list(string))`, queryOf);
}

class NamedFormat extends Opaque {
  readonly typeName = "kubernetes.NamedFormat";
  readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
  }
  equals(other: Opaque): boolean {
    return other instanceof NamedFormat && other.name === this.name;
  }
}

function byFormat(format: string): names.NameCheck {
  return text => (formatCheck(format, 35)?.(text) === false ? [`invalid ${format}`] : []);
}

/** A prefix may end in a dash: generateName adds to it (NameIsDNSSubdomain with prefix). */
function asPrefix(check: names.NameCheck): names.NameCheck {
  return text => check(text.endsWith("-") && text.length > 1 ? `${text.slice(0, -1)}a` : text);
}

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

const FORMATS: Readonly<Record<string, names.NameCheck>> = {
  dns1123Label: names.isDns1123Label,
  dns1123Subdomain: names.isDns1123Subdomain,
  dns1035Label: names.isDns1035Label,
  qualifiedName: names.isQualifiedName,
  dns1123LabelPrefix: asPrefix(names.isDns1123Label),
  dns1123SubdomainPrefix: asPrefix(names.isDns1123Subdomain),
  dns1035LabelPrefix: asPrefix(names.isDns1035Label),
  labelValue: names.isLabelValue,
  uri: text => (isRequestUri(text) ? [] : ["invalid URI"]),
  uuid: text => (UUID.test(text) ? [] : ["does not match the UUID format"]),
  byte: byFormat("byte"),
  date: byFormat("date"),
  datetime: byFormat("datetime"),
};

function addFormats(functions: Functions): void {
  const type = "kubernetes.NamedFormat";
  for (const name of Object.keys(FORMATS)) functions.add(`format.${name}`, `(): ${type}`, () => new NamedFormat(name));
  functions.add("format.named", `(string): optional_type(${type})`, (name: string) =>
    Object.hasOwn(FORMATS, name) ? new OptionalValue(new NamedFormat(name)) : NONE,
  );
  functions.add("validate", `${type}.(string): optional_type(list(string))`, ({ name }: NamedFormat, text: string) => {
    const errors = FORMATS[name]?.(text) ?? [];
    return errors.length === 0 ? NONE : new OptionalValue(new ListValue(errors));
  });
}

/** Stands for an authorizer and its checks: the user is taken for one who may do everything. */
class Authorization extends Opaque {
  readonly typeName: string;
  constructor(name: string) {
    super();
    this.typeName = `kubernetes.authorization.${name}`;
  }
  equals(other: Opaque): boolean {
    return other === this;
  }
}

export const AUTHORIZER: Value = new Authorization("Authorizer");
export const REQUEST_RESOURCE: Value = new Authorization("ResourceCheck");

function addAuthorizer(functions: Functions): void {
  const type = (name: string) => `kubernetes.authorization.${name}`;
  const step = (name: string, from: string, to: string, ...args: string[]) =>
    functions.add(name, `${type(from)}.(${args.join(", ")}): ${type(to)}`, () => new Authorization(to));
  step("path", "Authorizer", "PathCheck", "string");
  step("group", "Authorizer", "GroupCheck", "string");
  step("serviceAccount", "Authorizer", "Authorizer", "string", "string");
  step("resource", "GroupCheck", "ResourceCheck", "string");
  for (const name of ["subresource", "namespace", "name", "fieldSelector", "labelSelector"])
    step(name, "ResourceCheck", "ResourceCheck", "string");
  step("check", "PathCheck", "Decision", "string");
  step("check", "ResourceCheck", "Decision", "string");
  functions.add("allowed", `${type("Decision")}.(): bool`, () => true);
  functions.add("errored", `${type("Decision")}.(): bool`, () => false);
  functions.add("error", `${type("Decision")}.(): string`, () => "");
  functions.add("reason", `${type("Decision")}.(): string`, () => "");
}
