// IP addresses and CIDRs as the API server reads them (k8s.io/utils/net ParseIPSloppy and ParseCIDRSloppy, apimachinery/pkg/util/validation/ip.go):
// what it refuses, and what it accepts with a warning because other programs may read it differently.

import type { Field } from "../../field.ts";
import type { Details, Problems } from "../problems.ts";
import { quote } from "./format.ts";
import { textOf } from "./read.ts";

export interface Address {
  /** 4 or 16 bytes; an IPv4 address written as IPv6 (`::ffff:10.0.0.1`) has 4. */
  readonly bytes: readonly number[];
  /** Written with leading zeros, or as IPv4 within IPv6: accepted for old fields only. */
  readonly sloppy: boolean;
}

export interface Cidr {
  readonly address: Address;
  readonly bits: number;
  readonly sloppy: boolean;
}

export const IP_MESSAGE = "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";
export const CIDR_MESSAGE = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";

/** The address of a text, undefined where the server refuses it even in old fields. */
export function parseIp(text: string): Address | undefined {
  if (text.length > 64) return undefined;
  if (!text.includes(":")) return parseIpv4(text);
  const wide = parseIpv6(text);
  if (wide === undefined) return undefined;
  const mapped = wide.bytes.slice(0, 10).every(byte => byte === 0) && wide.bytes[10] === 255 && wide.bytes[11] === 255;
  return mapped ? { bytes: wide.bytes.slice(12), sloppy: true } : wide;
}

function parseIpv4(text: string): Address | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every(part => /^[0-9]{1,8}$/.test(part) && Number(part) <= 255)) return undefined;
  return { bytes: parts.map(Number), sloppy: parts.some(part => part.length > 1 && part.startsWith("0")) };
}

function parseIpv6(text: string): Address | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, index) => groupsOf(half, index === halves.length - 1));
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const written = head.bytes.length + (tail?.bytes.length ?? 0);
  if (halves.length === 1 ? written !== 16 : written > 14) return undefined;
  const gap = new Array<number>(16 - written).fill(0);
  return { bytes: [...head.bytes, ...gap, ...(tail?.bytes ?? [])], sloppy: head.sloppy || tail?.sloppy === true };
}

/** The bytes of the groups on one side of `::`; the last group of an address may be IPv4. */
function groupsOf(text: string, last: boolean): Address | undefined {
  if (text === "") return { bytes: [], sloppy: false };
  const bytes: number[] = [];
  let sloppy = false;
  const groups = text.split(":");
  for (const [index, group] of groups.entries()) {
    if (last && index === groups.length - 1 && group.includes(".")) {
      const narrow = parseIpv4(group);
      if (narrow === undefined) return undefined;
      bytes.push(...narrow.bytes);
      sloppy ||= narrow.sloppy;
      continue;
    }
    const value = /^[0-9a-fA-F]{1,8}$/.test(group) ? Number.parseInt(group, 16) : Number.NaN;
    if (!(value <= 0xffff)) return undefined;
    bytes.push(value >> 8, value & 0xff);
    sloppy ||= group.length > 4;
  }
  return { bytes, sloppy };
}

export function isIpv6({ bytes }: Address): boolean {
  return bytes.length === 16;
}

/** The canonical text (RFC 5952). */
export function formatIp({ bytes }: Address): string {
  if (bytes.length === 4) return bytes.join(".");
  const groups = Array.from({ length: 8 }, (_, index) => (bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0));
  let [from, length] = [-1, 1];
  for (let start = 0; start < 8; start++) {
    let end = start;
    while (end < 8 && groups[end] === 0) end++;
    if (end - start > length) [from, length] = [start, end - start];
    start = Math.max(start, end);
  }
  const hex = groups.map(group => group.toString(16));
  return from < 0 ? hex.join(":") : `${hex.slice(0, from).join(":")}::${hex.slice(from + length).join(":")}`;
}

export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf("/");
  if (slash < 0) return undefined;
  const size = text.slice(slash + 1);
  const written = text.slice(0, slash);
  const address = parseIp(written);
  if (address === undefined || !/^[0-9]{1,8}$/.test(size)) return undefined;
  const mapped = address.bytes.length === 4 && written.includes(":");
  const bits = Number(size) - (mapped ? 96 : 0);
  if (Number(size) > (written.includes(":") ? 128 : 32)) return undefined;
  return { address, bits: Math.max(0, bits), sloppy: address.sloppy || /^0[0-9]/.test(size) };
}

/** The network's own address: every bit beyond the prefix is 0. */
export function networkOf({ address, bits }: Cidr): Address {
  const bytes = address.bytes.map(
    (byte, index) => byte & (0xff00 >> Math.min(8, Math.max(0, bits - 8 * index))) & 0xff,
  );
  return { bytes, sloppy: false };
}

export function formatCidr(cidr: Cidr): string {
  return `${formatIp(networkOf(cidr))}/${cidr.bits}`;
}

/** Whether `inner` lies in `outer` and is smaller. */
export function isStrictSubset(inner: Cidr, outer: Cidr): boolean {
  if (inner.address.bytes.length !== outer.address.bytes.length || inner.bits <= outer.bits) return false;
  return formatIp(networkOf({ ...inner, bits: outer.bits })) === formatIp(networkOf(outer));
}

/** IsValidIPForLegacyField. The address where it is good, undefined where it is not, or not known. */
export function validateIp(field: Field, problems: Problems, details: Details = {}): Address | undefined {
  const text = textOf(field);
  if (text === undefined) return undefined;
  const address = parseIp(text);
  if (address === undefined) problems.invalid(field, `${quote(text)} is not an IP address: ${IP_MESSAGE}`, details);
  return address;
}

/** IsValidCIDRForLegacyField. `text` is the field's own unless the server trims it first. */
export function validateCidr(
  field: Field,
  problems: Problems,
  details: Details = {},
  text = textOf(field),
): Cidr | undefined {
  if (text === undefined) return undefined;
  const cidr = parseCidr(text);
  if (cidr === undefined) {
    const address = parseIp(text);
    const hint = address === undefined ? "" : `; did you mean "${formatIp(address)}/${isIpv6(address) ? 128 : 32}"?`;
    problems.invalid(field, `${quote(text)} is not a network: ${CIDR_MESSAGE}${hint}`, details);
  }
  return cidr;
}

/** GetWarningsForIP. `path` is the place as the server's warning writes it. */
export function warnIp(field: Field, path: string, problems: Problems): void {
  const text = textOf(field);
  const address = text === undefined ? undefined : parseIp(text);
  if (text === undefined || address === undefined) return;
  const canonical = formatIp(address);
  if (address.sloppy)
    problems.warns(
      field,
      `${path}: non-standard IP address "${text}" will be considered invalid in a future Kubernetes release: use "${canonical}"`,
    );
  else if (isIpv6(address) && canonical !== text)
    problems.warns(field, `${path}: IPv6 address "${text}" should be in RFC 5952 canonical format ("${canonical}")`);
}

/** GetWarningsForCIDR. */
export function warnCidr(field: Field, path: string, problems: Problems): void {
  const text = textOf(field)?.trim();
  const cidr = text === undefined ? undefined : parseCidr(text);
  if (text === undefined || cidr === undefined) return;
  const canonical = formatCidr(cidr);
  const network = networkOf(cidr);
  const ambiguous = formatIp(network) !== formatIp(cidr.address);
  if (ambiguous) {
    const single = `${formatIp(cidr.address)}/${8 * cidr.address.bytes.length}`;
    problems.warns(
      field,
      `${path}: CIDR value "${text}" is ambiguous in this context (should be "${canonical}" or "${single}"?)`,
    );
  }
  if (cidr.sloppy)
    problems.warns(
      field,
      `${path}: non-standard CIDR value "${text}" will be considered invalid in a future Kubernetes release: use "${canonical}"`,
    );
  else if (!ambiguous && isIpv6(cidr.address) && canonical !== text)
    problems.warns(field, `${path}: IPv6 CIDR value "${text}" should be in RFC 5952 canonical format ("${canonical}")`);
}

const LOOPBACK = "may not be in the loopback range (127.0.0.0/8, ::1/128)";
const LINK_LOCAL = "may not be in the link-local range (169.254.0.0/16, fe80::/10)";
const LINK_LOCAL_MULTICAST = "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)";

/** ValidateNonSpecialIP: what the server has against an address that traffic cannot go to. */
export function specialIpError(address: Address): string | undefined {
  const [first = 0, second = 0, third = 0] = address.bytes;
  const text = formatIp(address);
  if (text === "0.0.0.0" || text === "::") return `may not be unspecified (${text})`;
  if (!isIpv6(address)) {
    if (first === 127) return LOOPBACK;
    if (first === 169 && second === 254) return LINK_LOCAL;
    return first === 224 && second === 0 && third === 0 ? LINK_LOCAL_MULTICAST : undefined;
  }
  if (text === "::1") return LOOPBACK;
  if (first === 0xfe && (second & 0xc0) === 0x80) return LINK_LOCAL;
  return first === 0xff && (second & 0x0f) === 0x02 ? LINK_LOCAL_MULTICAST : undefined;
}
