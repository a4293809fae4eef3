// The formats that CRD schemas may name, as the API server checks them (apiextensions-apiserver pkg/apiserver/validation/formats.go,
// kube-openapi pkg/validation/strfmt). All other formats are ignored.

import { parseCidr } from "../semantic/cidr.ts";
import { parseIp } from "../semantic/ip.ts";
import { isEmail, isRequestUri } from "./format-addresses.ts";
import {
  isBsonObjectId,
  isCreditCard,
  isDate,
  isDateTime,
  isDuration,
  isIsbn10,
  isIsbn13,
  isMac,
} from "./format-texts.ts";
import { compilePattern } from "./regexp.ts";

export type FormatCheck = (text: string) => boolean;

/** A check by a pattern of Go's, compiled at first use. */
function pattern(source: string): FormatCheck {
  return text => compilePattern(source).pattern?.test(text) === true;
}

const HEX_UUID = (version: string, variant: string): FormatCheck =>
  pattern(`(?i)^[0-9a-f]{8}-?[0-9a-f]{4}-?${version}-?${variant}-?[0-9a-f]{12}$`);

// Symbols and letters of any script count; a single label may have a hyphen only behind its first character.
const HOST_NAME = pattern(
  `^([a-zA-Z0-9\\p{S}\\p{L}]((-?[a-zA-Z0-9\\p{S}\\p{L}]{0,62})?)|([a-zA-Z0-9\\p{S}\\p{L}](([a-zA-Z0-9-\\p{S}\\p{L}]{0,61}[a-zA-Z0-9\\p{S}\\p{L}])?)(\\.)){1,}([a-zA-Z\\p{L}]){2,63})$`,
);
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const utf8 = new TextEncoder();

function isHostname(text: string): boolean {
  if (text.length > 255 || utf8.encode(text).length > 255) return false;
  return text.split(".").every(part => utf8.encode(part).length <= 63) && HOST_NAME(text);
}

function isRgbColor(text: string): boolean {
  const parts = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(text);
  return parts?.slice(1).every(part => Number(part) <= 255 && !/^0\d/.test(part)) === true;
}

/** Names without hyphens: date-time and datetime are the same. */
const CHECKS: Readonly<Record<string, FormatCheck>> = {
  bsonobjectid: isBsonObjectId,
  uri: isRequestUri,
  email: isEmail,
  hostname: isHostname,
  ipv4: text => text.includes(".") && parseIp(text) !== undefined,
  ipv6: text => text.includes(":") && parseIp(text) !== undefined,
  cidr: text => parseCidr(text) !== undefined,
  mac: isMac,
  uuid: HEX_UUID("[0-9a-f]{4}", "[0-9a-f]{4}"),
  uuid3: HEX_UUID("3[0-9a-f]{3}", "[0-9a-f]{4}"),
  uuid4: HEX_UUID("4[0-9a-f]{3}", "[89ab][0-9a-f]{3}"),
  uuid5: HEX_UUID("5[0-9a-f]{3}", "[89ab][0-9a-f]{3}"),
  isbn: text => isIsbn10(text) || isIsbn13(text),
  isbn10: isIsbn10,
  isbn13: isIsbn13,
  creditcard: isCreditCard,
  ssn: text => text.length === 11 && /^\d{3}[- ]?\d{2}[- ]?\d{4}$/.test(text),
  hexcolor: text => /^#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/.test(text),
  rgbcolor: isRgbColor,
  byte: text => text.length > 0 && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text),
  password: () => true,
  date: isDate,
  duration: isDuration,
  datetime: isDateTime,
  k8sshortname: text => text.length <= 63 && LABEL.test(text),
  k8slongname: text => text.length <= 253 && text.split(".").every(part => LABEL.test(part)),
};

/** The minor version since which a format is checked, where that is not since ever. */
const SINCE: Readonly<Record<string, number>> = { k8sshortname: 34, k8slongname: 34 };

/** The check behind a format of a string; undefined where the server ignores it. */
export function formatCheck(format: string, minor: number): FormatCheck | undefined {
  const name = format.replaceAll("-", "");
  if (!Object.hasOwn(CHECKS, name) || (SINCE[name] ?? 0) > minor) return undefined;
  return CHECKS[name];
}

/** Since 1.34 the server warns of formats it ignores, at first only of those of type string. */
const WARNS_SINCE = 34;
/** Since 1.36 formats belong to types, and those of numbers count too. */
export const FORMATS_BY_TYPE_SINCE = 36;

/** GetUnrecognizedFormats: whether the server warns that it ignores the format. */
export function isUnrecognizedFormat(format: string, type: string, minor: number): boolean {
  if (minor < WARNS_SINCE) return false;
  if (minor < FORMATS_BY_TYPE_SINCE) return type === "string" && formatCheck(format, minor) === undefined;
  if (type === "integer") return format !== "int32" && format !== "int64";
  if (type === "number") return format !== "float" && format !== "double";
  return (type !== "" && type !== "string") || formatCheck(format, minor) === undefined;
}
