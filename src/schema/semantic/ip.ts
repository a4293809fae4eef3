// IP addresses as Kubernetes still reads them (netutils.ParseIPSloppy): IPv4 parts may have leading zeros.

export interface IpAddress {
  readonly family: 4 | 6;
  /** 4 or 16 bytes; an IPv4-mapped IPv6 address counts as IPv4. */
  readonly bytes: readonly number[];
  /** What the server would print, when the text is not the canonical form. */
  readonly nonStandard?: string;
}

export const IP_MESSAGE = "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";

export function parseIp(text: string): IpAddress | undefined {
  if (text.includes(":")) return parseIpv6(text);
  const bytes = parseIpv4(text);
  if (bytes === undefined) return undefined;
  const canonical = bytes.join(".");
  return canonical === text ? { family: 4, bytes } : { family: 4, bytes, nonStandard: canonical };
}

function parseIpv4(text: string): number[] | undefined {
  const parts = text.split(".");
  if (parts.length !== 4) return undefined;
  const bytes: number[] = [];
  for (const part of parts) {
    if (!/^[0-9]{1,32}$/.test(part)) return undefined;
    const value = Number(part);
    if (value > 255) return undefined;
    bytes.push(value);
  }
  return bytes;
}

function parseIpv6(text: string): IpAddress | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const head = groups(halves[0] ?? "", halves.length === 1);
  const tail = halves.length === 2 ? groups(halves[1] ?? "", true) : [];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const words = [...head, ...Array<number>(missing).fill(0), ...tail];
  const bytes = words.flatMap(word => [word >> 8, word & 255]);
  const mapped = words.slice(0, 5).every(word => word === 0) && words[5] === 0xffff;
  if (mapped) {
    const v4 = bytes.slice(12);
    return { family: 4, bytes: v4, nonStandard: v4.join(".") };
  }
  return { family: 6, bytes };
}

/** The 16-bit words of one side of `::`; an IPv4 tail is allowed at the very end. */
function groups(text: string, last: boolean): number[] | undefined {
  if (text === "") return [];
  const parts = text.split(":");
  const words: number[] = [];
  for (const [index, part] of parts.entries()) {
    if (last && index === parts.length - 1 && part.includes(".")) {
      const v4 = parseIpv4(part);
      if (v4 === undefined) return undefined;
      words.push(((v4[0] ?? 0) << 8) | (v4[1] ?? 0), ((v4[2] ?? 0) << 8) | (v4[3] ?? 0));
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) words.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return words.length > 8 ? undefined : words;
}

/** ValidateNonSpecialIP: what makes an address unfit for endpoints and external IPs. */
export function specialIp(ip: IpAddress, text: string): string | undefined {
  const { bytes, family } = ip;
  if (bytes.every(byte => byte === 0)) return `may not be unspecified (${text})`;
  const [first = 0, second = 0, third = 0] = bytes;
  if (family === 4 ? first === 127 : bytes.slice(0, 15).every(byte => byte === 0) && bytes[15] === 1)
    return "may not be in the loopback range (127.0.0.0/8, ::1/128)";
  if (family === 4 ? first === 169 && second === 254 : first === 0xfe && (second & 0xc0) === 0x80)
    return "may not be in the link-local range (169.254.0.0/16, fe80::/10)";
  if (family === 4 ? first === 224 && second === 0 && third === 0 : first === 0xff && (second & 0x0f) === 2)
    return "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)";
  return undefined;
}
