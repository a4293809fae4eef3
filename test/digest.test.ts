import { describe, expect, it } from "vitest";
import { fingerprintOf, sha256 } from "../src/digest.ts";

describe("fingerprints", () => {
  it("are 32 hexadecimal digits, the same for the same text", () => {
    expect(fingerprintOf("a\nb")).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprintOf("a\nb")).toBe(fingerprintOf("a\nb"));
  });

  it("differ for 200,000 neighbouring texts", () => {
    const seen = new Set<string>();
    for (let index = 0; index < 200_000; index++)
      seen.add(fingerprintOf(`rule-${index % 7}\napps/Deployment shop/web-${index}\nspec`));
    expect(seen.size).toBe(200_000);
  });

  it("sha256 is the one that everybody computes", () => {
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
