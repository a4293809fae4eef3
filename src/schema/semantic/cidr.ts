// Addresses and networks in fields: what the server refuses, and what it accepts with a warning because other programs may read it
// differently (apimachinery/pkg/util/validation/ip.go; k8s.io/utils/net ParseCIDRSloppy). Its gate StrictIPCIDRValidation is off.

import type { Field } from "../../field.ts";
import type { Details, Problems } from "../problems.ts";
import { quote } from "./format.ts";
import { IP_MESSAGE, type IpAddress, parseIp } from "./ip.ts";
import { textOf } from "./read.ts";

export interface Cidr {
  readonly address: IpAddress;
  readonly bits: number;
  /** Written with leading zeros, or as IPv4 within IPv6. */
  readonly nonStandard: boolean;
}

export const CIDR_MESSAGE = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";

/** The canonical text of an address (RFC 5952). */
export function formatIp({ bytes }: IpAddress): string {
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
  const written = text.slice(0, Math.max(0, slash));
  const size = text.slice(slash + 1);
  const address = slash < 0 ? undefined : parseIp(written);
  if (address === undefined || !/^[0-9]{1,8}$/.test(size)) return undefined;
  const wide = written.includes(":");
  if (Number(size) > (wide ? 128 : 32)) return undefined;
  // Of IPv4 within IPv6 only the last 32 bits are left.
  const bits = wide && address.family === 4 ? Math.max(0, Number(size) - 96) : Number(size);
  return { address, bits, nonStandard: address.nonStandard !== undefined || /^0[0-9]/.test(size) };
}

/** The network's own address: every bit beyond the prefix is 0. */
export function networkOf({ address: { family, bytes }, bits }: Cidr): IpAddress {
  const masked = bytes.map((byte, index) => byte & (0xff00 >> Math.min(8, Math.max(0, bits - 8 * index))) & 0xff);
  return { family, bytes: masked };
}

export function formatCidr(cidr: Cidr): string {
  return `${formatIp(networkOf(cidr))}/${cidr.bits}`;
}

/** Whether `inner` lies in `outer` and is smaller. */
export function isStrictSubset(inner: Cidr, outer: Cidr): boolean {
  if (inner.address.family !== outer.address.family || inner.bits <= outer.bits) return false;
  return formatIp(networkOf({ ...inner, bits: outer.bits })) === formatIp(networkOf(outer));
}

/** IsValidIPForLegacyField. The address where it is good, undefined where it is not, or not known. */
export function validateIp(field: Field, problems: Problems, details: Details = {}): IpAddress | undefined {
  const text = textOf(field);
  if (text === undefined) return undefined;
  const address = parseIp(text);
  if (address === undefined) problems.invalid(field, `${quote(text)} is not an IP address: ${IP_MESSAGE}`, details);
  return address;
}

/** IsValidCIDRForLegacyField. `text` is the field's own unless the server trims or splits it first. */
export function validateCidr(
  field: Field,
  problems: Problems,
  details: Details = {},
  text = textOf(field),
): Cidr | undefined {
  if (text === undefined) return undefined;
  const cidr = parseCidr(text);
  if (cidr !== undefined) return cidr;
  const address = parseIp(text);
  const hint = address === undefined ? "" : `; did you mean "${formatIp(address)}/${address.family === 6 ? 128 : 32}"?`;
  problems.invalid(field, `${quote(text)} is not a network: ${CIDR_MESSAGE}${hint}`, details);
  return undefined;
}

/** GetWarningsForIP. `path` is the place as the server's warning writes it. */
export function warnIp(field: Field, path: string, problems: Problems): void {
  const text = textOf(field) ?? "";
  const address = parseIp(text);
  if (address === undefined) return;
  const canonical = formatIp(address);
  const given = `address ${quote(text)}`;
  if (address.nonStandard !== undefined)
    problems.warns(
      field,
      `${path}: non-standard IP ${given} will be considered invalid in a future Kubernetes release: use "${canonical}"`,
    );
  else if (address.family === 6 && canonical !== text)
    problems.warns(field, `${path}: IPv6 ${given} should be in RFC 5952 canonical format ("${canonical}")`);
}

/** GetWarningsForCIDR. */
export function warnCidr(field: Field, path: string, problems: Problems): void {
  const text = (textOf(field) ?? "").trim();
  const cidr = parseCidr(text);
  if (cidr === undefined) return;
  const canonical = formatCidr(cidr);
  const given = `CIDR value ${quote(text)}`;
  const ambiguous = formatIp(networkOf(cidr)) !== formatIp(cidr.address);
  if (ambiguous) {
    const single = `${formatIp(cidr.address)}/${8 * cidr.address.bytes.length}`;
    problems.warns(field, `${path}: ${given} is ambiguous in this context (should be "${canonical}" or "${single}"?)`);
  }
  if (cidr.nonStandard)
    problems.warns(
      field,
      `${path}: non-standard ${given} will be considered invalid in a future Kubernetes release: use "${canonical}"`,
    );
  else if (!ambiguous && cidr.address.family === 6 && canonical !== text)
    problems.warns(field, `${path}: IPv6 ${given} should be in RFC 5952 canonical format ("${canonical}")`);
}
