// IP addresses and networks (apiserver/pkg/cel/library/ip.go, cidr.go), which read strictly: net/netip, no zones, no IPv4 within IPv6.

import { type Cidr, formatIp, networkOf, parseCidr } from "../../schema/semantic/cidr.ts";
import { type IpAddress, parseIp } from "../../schema/semantic/ip.ts";
import type { Functions } from "./functions.ts";
import { CelError, Opaque } from "./values.ts";

class Ip extends Opaque {
  readonly typeName = "net.IP";
  readonly address: IpAddress;
  constructor(address: IpAddress) {
    super();
    this.address = address;
  }
  get text(): string {
    return formatIp(this.address);
  }
  equals(other: Opaque): boolean {
    return other instanceof Ip && other.text === this.text;
  }
}

class Network extends Opaque {
  readonly typeName = "net.CIDR";
  readonly cidr: Cidr;
  constructor(cidr: Cidr) {
    super();
    this.cidr = cidr;
  }
  get text(): string {
    return `${formatIp(this.cidr.address)}/${this.cidr.bits}`;
  }
  equals(other: Opaque): boolean {
    return other instanceof Network && other.text === this.text;
  }
}

function strictIp(text: string): Ip | undefined {
  const address = parseIp(text);
  if (address === undefined || (address.family === 4 && (text.includes(":") || address.nonStandard !== undefined)))
    return undefined;
  return new Ip(address);
}

function strictCidr(text: string): Network | undefined {
  const slash = text.indexOf("/");
  const cidr = parseCidr(text);
  if (cidr === undefined || strictIp(text.slice(0, slash)) === undefined || /^0[0-9]/.test(text.slice(slash + 1)))
    return undefined;
  return new Network(cidr);
}

function ip(text: string): Ip {
  const parsed = strictIp(text);
  if (parsed === undefined)
    throw new CelError(`IP Address ${JSON.stringify(text)} parse error during conversion from string`);
  return parsed;
}

function cidr(text: string): Network {
  const parsed = strictCidr(text);
  if (parsed === undefined)
    throw new CelError(`network address parse error during conversion from string: ${JSON.stringify(text)}`);
  return parsed;
}

function holds(network: Cidr, address: IpAddress): boolean {
  if (network.address.family !== address.family) return false;
  return formatIp(networkOf({ address, bits: network.bits, nonStandard: false })) === formatIp(networkOf(network));
}

const IPV4_TESTS: Readonly<Record<string, (bytes: readonly number[]) => boolean>> = {
  isUnspecified: bytes => bytes.every(byte => byte === 0),
  isLoopback: ([first]) => first === 127,
  isLinkLocalMulticast: ([a, b, c]) => a === 224 && b === 0 && c === 0,
  isLinkLocalUnicast: ([a, b]) => a === 169 && b === 254,
  isGlobalUnicast: bytes =>
    !["isUnspecified", "isLoopback", "isLinkLocalUnicast"].some(name => IPV4_TESTS[name]?.(bytes)) &&
    ((bytes[0] ?? 0) & 0xf0) !== 224 &&
    bytes.some(byte => byte !== 255),
};

const IPV6_TESTS: Readonly<Record<string, (bytes: readonly number[]) => boolean>> = {
  isUnspecified: bytes => bytes.every(byte => byte === 0),
  isLoopback: bytes => bytes.at(-1) === 1 && bytes.slice(0, -1).every(byte => byte === 0),
  isLinkLocalMulticast: ([a = 0, b = 0]) => a === 0xff && (b & 0x0f) === 2,
  isLinkLocalUnicast: ([a = 0, b = 0]) => a === 0xfe && (b & 0xc0) === 0x80,
  isGlobalUnicast: bytes =>
    !["isUnspecified", "isLoopback", "isLinkLocalUnicast"].some(name => IPV6_TESTS[name]?.(bytes)) && bytes[0] !== 0xff,
};

export function addAddresses(functions: Functions): void {
  functions.add("ip", "(string): net.IP", ip);
  functions.add("isIP", "(string): bool", (text: string) => strictIp(text) !== undefined);
  functions.add("ip.isCanonical", "(string): bool", (text: string) => ip(text).text === text);
  functions.add("family", "net.IP.(): int", ({ address }: Ip) => BigInt(address.family));
  for (const name of Object.keys(IPV4_TESTS))
    functions.add(name, "net.IP.(): bool", ({ address: { family, bytes } }: Ip) =>
      Boolean((family === 4 ? IPV4_TESTS : IPV6_TESTS)[name]?.(bytes)),
    );
  functions.add("string", "(net.IP): string", (value: Ip) => value.text);
  functions.add("cidr", "(string): net.CIDR", cidr);
  functions.add("isCIDR", "(string): bool", (text: string) => strictCidr(text) !== undefined);
  functions.add("string", "(net.CIDR): string", (value: Network) => value.text);
  functions.add("ip", "net.CIDR.(): net.IP", (value: Network) => new Ip(value.cidr.address));
  functions.add(
    "masked",
    "net.CIDR.(): net.CIDR",
    ({ cidr }: Network) => new Network({ ...cidr, address: networkOf(cidr) }),
  );
  functions.add("prefixLength", "net.CIDR.(): int", ({ cidr }: Network) => BigInt(cidr.bits));
  functions.add("containsIP", "net.CIDR.(net.IP): bool", (value: Network, { address }: Ip) =>
    holds(value.cidr, address),
  );
  functions.add("containsIP", "net.CIDR.(string): bool", (value: Network, text: string) =>
    holds(value.cidr, ip(text).address),
  );
  const contains = (outer: Network, inner: Network) =>
    inner.cidr.bits >= outer.cidr.bits && holds(outer.cidr, inner.cidr.address);
  functions.add("containsCIDR", "net.CIDR.(net.CIDR): bool", contains);
  functions.add("containsCIDR", "net.CIDR.(string): bool", (outer: Network, text: string) =>
    contains(outer, cidr(text)),
  );
}
