// Bytes that are no UTF-8, on their way to the reader: each becomes half a surrogate pair (U+DC80 to U+DCFF for 0x80 to 0xFF). No YAML may
// hold one, so that the document is refused at that place, as the API server's reader refuses it; in JSON, which Go's decoder mends, it means U+FFFD.

const HALF = 0xdc00;

/** The text of some bytes, of which some are known to be no UTF-8. */
export function withBadBytes(bytes: Buffer): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    parts.push(bytes.toString("utf8", from, at), String.fromCharCode(HALF + (bytes[at] ?? 0)));
    from = ++at;
  }
  return parts.join("") + bytes.toString("utf8", from);
}

/** The bytes of the character that begins here; 0 where none does: too long a form, half a pair, beyond U+10FFFF, or cut off. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  const [low, high] = SECOND.get(first) ?? [0x80, 0xbf];
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next] ?? 0;
    if (byte < (next === 1 ? low : 0x80) || byte > (next === 1 ? high : 0xbf)) return 0;
  }
  return length;
}

/** Of some first bytes, what the second may be. */
const SECOND: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);

/** Half a character of UTF-16 at the end of a file. */
export const HALF_UNIT = String.fromCharCode(HALF);

/** What a character that stands for a bad byte was; undefined for every other one. */
export function badByte(code: number): string | undefined {
  if (code === HALF) return "half a character";
  return code >= HALF + 0x80 && code <= HALF + 0xff ? `byte 0x${(code - HALF).toString(16)}` : undefined;
}
