import { expect, it } from "vitest";
import { testExamples } from "../../src/policy/examples.ts";

const configMap = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`;
const policy = { id: "short", expression: "object.metadata.name.size() < 5", message: "name it shortly" };

async function test(more: object) {
  const results = await testExamples([{ ...policy, ...more }], 35);
  return results.map(({ example = "", outcome, detail = "" }) => `${example} ${outcome} ${detail}`.trim());
}

it("a policy is proved by examples on both sides", async () => {
  const examples = { good: [configMap("ab")], bad: [configMap("abcdefgh")] };
  expect(await test({ examples })).toEqual(["good[0] passed", "bad[0] passed"]);
});

it("an example on the wrong side fails", async () => {
  const examples = { good: [configMap("abcdefgh")], bad: [configMap("ab")] };
  expect(await test({ examples })).toEqual(["good[0] failed name it shortly", "bad[0] failed nothing was found"]);
});

it("without a bad example nothing is proved", async () => {
  const unproved = "unproved no bad example: nothing shows that the policy finds anything";
  expect(await test({ examples: { good: [configMap("ab")] } })).toEqual(["good[0] passed", unproved]);
  expect(await test({})).toEqual([unproved]);
});

it("what is no policy or no object is told", async () => {
  expect(await test({ expression: "object.x >" })).toEqual(["invalid syntax error: unexpected token: EOF"]);
  const [first] = await test({ examples: { bad: ["just: text"] } });
  expect(first).toBe("bad[0] invalid there is no object in it");
});
