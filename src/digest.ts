// Short names for texts.

/**
 * 128 bits of a text in hex, from four multiplicative lanes. It tells diagnostics apart and is no protection against forgery; node:crypto
 * would cost a small run a tenth of its time to load.
 */
export function fingerprintOf(text: string): string {
  const lanes = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x71374491];
  const factors = [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    for (let lane = 0; lane < 4; lane++) {
      const mixed = Math.imul((lanes[lane] ?? 0) ^ code, factors[lane] ?? 1);
      lanes[lane] = mixed ^ (mixed >>> 15) ^ Math.imul(lanes[(lane + 1) & 3] ?? 0, 5);
    }
  }
  return lanes.map((lane, index) => finish(lane ^ text.length, factors[index] ?? 1)).join("");
}

/** The avalanche at the end, so that neighbouring texts share no digits. */
function finish(lane: number, factor: number): string {
  let mixed = Math.imul(lane ^ (lane >>> 16), factor);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0).toString(16).padStart(8, "0");
}

/** SHA-256 in hex, for names that others compute too. node:crypto is loaded at the first use. */
export function sha256(text: string): string {
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(text).digest("hex");
}
