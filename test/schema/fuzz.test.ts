import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { Field } from "../../src/field.ts";
import { loadValidator } from "../../src/schema/validate.ts";
import { readSource } from "../../src/yaml/documents.ts";
import { readRows } from "../oracle/rows.ts";

const DIR = new URL("../../fixtures/oracle/", import.meta.url).pathname;

type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

interface Row {
  readonly base: string;
  readonly manifest?: Value;
  readonly yaml?: string;
}

/** Good manifests of every kind. */
const MANIFESTS = (readRows(DIR, "defaults") as Row[]).map(row => row.yaml ?? JSON.stringify(row.manifest));

const JUNK: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(
    null,
    true,
    0,
    -1,
    3.5,
    1e21,
    2 ** 53,
    "",
    "text",
    "${X}",
    "{{ .x }}",
    [],
    {},
    [null],
    [[]],
    [{}],
    { a: null },
    { __proto__: 1 } as Value,
  ),
  fc.string({ maxLength: 12 }),
  fc.constantFrom<Value>("8080", "100m", "1Gi", "25%", "a/b", "é", "\u0000", "x".repeat(300)),
);

type Mutation = { readonly at: number; readonly how: number; readonly junk: Value };

/** Every place of a value, deepest last: the containers to change and the keys in them. */
function places(value: Value, found: { holder: Value[] | { [key: string]: Value }; key: string | number }[] = []) {
  if (Array.isArray(value)) {
    for (const [key, item] of value.entries()) {
      found.push({ holder: value, key });
      places(item, found);
    }
  } else if (value !== null && typeof value === "object") {
    for (const key of Object.keys(value)) {
      found.push({ holder: value, key });
      places(value[key] ?? null, found);
    }
  }
  return found;
}

function mutate(value: Value, { at, how, junk }: Mutation): void {
  const all = places(value);
  const place = all[at % Math.max(all.length, 1)];
  if (place === undefined) return;
  const { holder, key } = place;
  const holds = holder as { [key: string | number]: Value };
  const old = holds[key] ?? null;
  if (how === 0) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holds[key];
  } else if (how === 1) holds[key] = junk;
  else if (how === 2) holds[key] = [old];
  else if (how === 3) holds[key] = { [String(key)]: old };
  else if (how === 4 && Array.isArray(holder)) holder.push(structuredClone(old));
  else if (how === 4) holds[`${String(key)}s`] = old;
  else if (how === 5 && !Array.isArray(holder)) {
    delete holds[key];
    holds[String(key).toLowerCase()] = old;
  } else holds[key] = null;
}

const MUTATION = fc.record({ at: fc.nat(400), how: fc.nat(6), junk: JUNK });

async function judge(text: string, minor: number) {
  const [document] = await readSource(text);
  const root = new Field(document?.root);
  const validate = await loadValidator([root]);
  return { text, root, ...validate(root, { minor }) };
}

describe("manifests with things changed at random", async () => {
  const originals = await Promise.all(
    MANIFESTS.map(async text => new Field((await readSource(text))[0]?.root).toValue() as Value),
  );

  const known = new Map<string, number>();
  /** An original may already have fields that an older version does not know. */
  async function problemsOf(which: number, minor: number): Promise<number> {
    const key = `${which} ${minor}`;
    const count = known.get(key) ?? (await judge(MANIFESTS[which] ?? "", minor)).problems.length;
    known.set(key, count);
    return count;
  }

  test("the originals are there", () => {
    expect(originals.length).toBeGreaterThan(30);
  });

  const runs = Number(process.env.KPROBE_LINT_FUZZ_RUNS ?? 600);
  test("no throw, no cascade, every problem in its place", { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(originals.length - 1),
        fc.array(MUTATION, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 24, max: 36 }),
        async (which, mutations, minor) => {
          const value = structuredClone(originals[which] ?? null);
          const before = await problemsOf(which, minor);
          for (const mutation of mutations) mutate(value, mutation);
          const { text, problems } = await judge(stringify(value), minor);
          expect(problems.length - before).toBeLessThanOrEqual(20 * mutations.length);
          for (const { start, end, message, path } of problems) {
            expect(start).toBeLessThanOrEqual(end);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(message.length).toBeGreaterThan(0);
            expect(path.every(part => typeof part === "string" || typeof part === "number")).toBe(true);
          }
          const invalid = problems.filter(({ ruleId }) => ruleId === "invalid-type").map(({ path }) => path.join("\n"));
          for (const one of invalid)
            expect(invalid.filter(other => other !== one && other.startsWith(`${one}\n`))).toEqual([]);
        },
      ),
      { numRuns: runs, seed: 20261124 },
    );
  });
});
