import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import { loadConfig } from "../src/config.ts";
import { complaintsOf } from "../src/config-check.ts";
import { printedConfig } from "../src/config-print.ts";
import { type Config, readConfig } from "../src/config-read.ts";
import { configSchema } from "../src/config-schema.ts";
import { main } from "../src/main.ts";
import { type AnyRule, defineRule } from "../src/rule.ts";
import { DEFAULT_SETTINGS, isActive, isActiveId, isActiveSomewhere, type Settings } from "../src/settings.ts";
import { readSource } from "../src/yaml/documents.ts";
import { schemaFiles } from "./support/schemas.ts";

function rule(id: string, more: Partial<AnyRule> = {}): AnyRule {
  return defineRule({
    ...{ id, summary: `About ${id} and nothing else`, why: "So.", severity: "warning", presets: ["recommended"] },
    ...{ since: "0.1.0", references: [], examples: [], target: "resource", ...more },
  } as AnyRule);
}

const RULES = [
  rule("plain"),
  rule("tuned", {
    options: {
      seconds: { type: "integer", description: "s", default: 10, minimum: 1 },
      share: { type: "number", description: "s", default: 0.5 },
      names: { type: "array", description: "n", default: [], items: { type: "string" } },
      loud: { type: "boolean", description: "l", default: false },
    },
  }),
  rule("named-anew", { formerly: ["old-name"] }),
];
const SCHEMA = configSchema(RULES);
const validate = new Ajv({ strict: false }).compile(SCHEMA);

async function complaints(text: string) {
  const [document] = await readSource(text);
  if (document?.root === undefined) throw new Error("no document");
  return complaintsOf(SCHEMA, document.root);
}

async function configOf(text: string): Promise<Config> {
  const file = await readConfig(text, { schema: SCHEMA, rules: RULES });
  expect(file?.complaints).toEqual([]);
  if (file === undefined) throw new Error("no configuration");
  return file.config;
}

const word = fc.constantFrom("a", "strict", "off", "error", "1.30", "", "./b.yaml", "tier", "replicas", "true");
const scalar = fc.oneof(word, fc.constantFrom(0, 1, -1, 1.5, true, false, null));
const any = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(word, tie("value"), { maxKeys: 3 }),
  ),
})).value;
/** Mostly what is expected, now and then anything. */
const mostly = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 24, arbitrary }, { weight: 1, arbitrary: any });
const partly = (shape: Record<string, fc.Arbitrary<unknown>>) => mostly(fc.record(shape, { requiredKeys: [] }));
const listOf = (item: fc.Arbitrary<unknown>) => mostly(fc.array(item, { maxLength: 2 }));
const mapOf = (key: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>) =>
  mostly(fc.dictionary(key, value, { maxKeys: 2 }));
const texts = listOf(mostly(word));
const severity = mostly(fc.constantFrom("off", "info", "warning", "error", false));
const bare = { severity };
const tuned = { severity, seconds: mostly(fc.constantFrom(1, 5)), names: texts, loud: mostly(fc.boolean()) };
const ruleSettings = partly({
  plain: fc.oneof(severity, partly(bare)),
  tuned: fc.oneof(severity, partly(tuned)),
  "old-name": severity,
});
const override = mostly(
  fc.record(
    { files: texts, names: texts, labels: mapOf(word, mostly(word)), rules: ruleSettings },
    { requiredKeys: ["rules"] },
  ),
);
const workload = { apiVersion: mostly(word), kind: mostly(word), podTemplate: mostly(word), replicas: mostly(word) };
const config = fc.record(
  {
    $schema: mostly(word),
    extends: fc.oneof(word, texts),
    kubernetesVersion: mostly(fc.oneof(word, fc.constantFrom(1.3, 1))),
    include: texts,
    failOn: mostly(fc.constantFrom("error", "never")),
    rules: ruleSettings,
    overrides: listOf(override),
    critical: partly({
      strong: listOf(mostly(fc.constantFrom("tier", "pdb"))),
      supporting: partly({ atLeast: mostly(fc.constantFrom(1, 2)), of: listOf(fc.constantFrom("hpa", "spread")) }),
      tierLabels: mapOf(word, texts),
      overrides: listOf(mostly(fc.record({ match: mostly(word), critical: mostly(fc.boolean()) }))),
    }),
    customWorkloads: listOf(mostly(fc.record(workload, { requiredKeys: ["apiVersion", "kind", "podTemplate"] }))),
    ignore: partly({ requireReason: mostly(fc.boolean()), reportUnused: mostly(fc.boolean()) }),
  },
  { requiredKeys: [] },
);

describe("the schema", () => {
  it("is judged alike by ajv and by our own check", async () => {
    let valid = 0;
    await fc.assert(
      fc.asyncProperty(config, async value => {
        const found = await complaints(JSON.stringify(value));
        const isValid = validate(value);
        if (isValid) valid++;
        expect(found.map(({ sentence }) => sentence).length > 0).toBe(!isValid);
      }),
      { seed: 7, numRuns: 1500 },
    );
    expect(valid).toBeGreaterThan(150);
  });

  it("answers any mistake with a place inside the text and a sentence", async () => {
    await fc.assert(
      fc.asyncProperty(config, async value => {
        const text = JSON.stringify(value, null, 2);
        for (const { at, sentence } of await complaints(text)) {
          expect(at).toBeLessThan(text.length);
          expect(sentence).toMatch(/^[^A-Z].{8,}[^.!]$|\?$/);
        }
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it("is published as the program has it today (npm run generate)", () => {
    for (const [name, text] of Object.entries(schemaFiles()))
      expect(readFileSync(new URL(`../schemas/${name}`, import.meta.url), "utf8") === text).toBe(true);
  });
});

describe("what a configuration says", () => {
  it.each([
    ["1.30", 30],
    ["'1.30'", 30],
    ["v1.30", 30],
    ["1.30.4", 30],
    ["1.36", 36],
  ])("kubernetesVersion: %s", async (written, minor) => {
    expect((await configOf(`kubernetesVersion: ${written}`)).minor).toBe(minor);
  });

  it.each(["1.3", "2.30", "1.99", "latest", "30"])("kubernetesVersion: %s is refused", async written => {
    const file = await readConfig(`kubernetesVersion: ${written}`, { schema: SCHEMA, rules: RULES });
    expect(file?.complaints.map(({ sentence }) => sentence)).toEqual([
      `"kubernetesVersion" is 1.24 to 1.36, not "${written}"`,
    ]);
  });

  it("off is a boolean to YAML 1.1, and means off all the same", async () => {
    const { rules: settings } = await configOf(
      "rules: { plain: off, tuned: { severity: off, seconds: 3 }, old-name: info }",
    );
    expect(settings).toEqual({
      plain: { severity: "off" },
      tuned: { severity: "off", options: { seconds: 3 } },
      "named-anew": { severity: "info" },
    });
  });

  it("kinds with a pod template of their own", async () => {
    const { customWorkloads } = await configOf(
      "customWorkloads: [{ apiVersion: example.com/v1, kind: App, podTemplate: .spec.pod, replicas: spec.count }, { apiVersion: v1, kind: B, podTemplate: t }]",
    );
    expect(customWorkloads).toEqual({
      "example.com/App": { template: ["spec", "pod"], replicas: ["spec", "count"] },
      "/B": { template: ["t"] },
    });
  });

  it.each(["", "# nothing\n", "null", "---\n", "{}"])("nothing at all: %j", async text => {
    const file = await readConfig(text, { schema: SCHEMA, rules: RULES });
    expect(file?.config).toEqual({ rules: {}, overrides: [], customWorkloads: {} });
    expect(file?.complaints).toEqual([]);
  });

  it("what is in force is printed as a configuration that can be read", async () => {
    const settings: Settings = {
      ...DEFAULT_SETTINGS,
      rules: { tuned: { severity: "error", options: { seconds: 3 } }, plain: { severity: "off" } },
      overrides: [{ files: ["a/**"], rules: { plain: { severity: "info" } } }],
      customWorkloads: { "example.com/App": { template: ["spec", "pod"] } },
    };
    const text = printedConfig({ settings, failOn: "warning", exclude: ["old/**"] }, RULES);
    expect(validate(JSON.parse(text))).toBe(true);
    const read = await configOf(text);
    expect(read.rules.tuned).toEqual({
      severity: "error",
      options: { seconds: 3, share: 0.5, names: [], loud: false },
    });
    expect(read.rules.plain).toEqual({ severity: "off" });
    expect(read.overrides).toEqual(settings.overrides);
    expect(read.customWorkloads).toEqual(settings.customWorkloads);
    expect(read).toMatchObject({ failOn: "warning", exclude: ["old/**"], minor: 36 });
  });
});

describe("which rules run", () => {
  const [plain] = RULES;
  const strict = rule("strict", { presets: ["strict"] });
  const active = (subject: AnyRule | undefined, settings: Partial<Settings>) =>
    subject !== undefined && isActive(subject, { ...DEFAULT_SETTINGS, ...settings });
  const off = { plain: { severity: "off" as const } };

  it("the preset, the configuration, then the flags", () => {
    expect(active(plain, {})).toBe(true);
    expect(active(strict, {})).toBe(false);
    expect(active(strict, { preset: "strict" })).toBe(true);
    expect(active(strict, { rules: { strict: { severity: "info" } } })).toBe(true);
    expect(active(strict, { rules: { strict: { options: {} } } })).toBe(false);
    expect(active(plain, { rules: off })).toBe(false);
    expect(active(plain, { rules: off, select: ["plain"] })).toBe(true);
    expect(active(plain, { rules: off, select: ["plain"], flagged: ["plain"] })).toBe(false);
    expect(active(plain, { select: ["other"] })).toBe(false);
    expect(active(plain, { select: ["plain"], ignore: ["plain"] })).toBe(false);
    expect(isActiveId("plain", { ...DEFAULT_SETTINGS, rules: off })).toBe(false);
    expect(isActiveId("other", DEFAULT_SETTINGS)).toBe(true);
  });

  it("overrides may switch one on for some objects", () => {
    const overrides = [{ files: ["a"], rules: { strict: { severity: "info" as const } } }];
    const somewhere = (settings: Partial<Settings>) =>
      isActiveSomewhere("strict", { ...DEFAULT_SETTINGS, overrides, ...settings });
    expect(somewhere({})).toBe(true);
    expect(somewhere({ ignore: ["strict"] })).toBe(false);
    expect(somewhere({ flagged: ["strict"] })).toBe(false);
    expect(somewhere({ select: ["plain"] })).toBe(false);
  });

  it.each(["yaml-syntax", "input-limit", "internal-error"])("%s is told whatever is selected", id => {
    const told = (settings: Partial<Settings>) => isActiveId(id, { ...DEFAULT_SETTINGS, ...settings });
    const quiet = { [id]: { severity: "off" as const } };
    expect(told({ select: ["plain"] })).toBe(true);
    expect(told({ select: ["plain"], ignore: [id] })).toBe(false);
    expect(told({ select: ["plain"], rules: quiet })).toBe(false);
    expect(told({ select: ["plain"], rules: quiet, flagged: [id] })).toBe(false);
    expect(told({ select: [id], rules: quiet })).toBe(true);
    expect(isActiveId("unknown-field", { ...DEFAULT_SETTINGS, select: ["plain"] })).toBe(false);
  });
});

describe("files of an untrusted tree", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
    mkdirSync(join(folder, "project", ".git"), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const load = (start = "project") => loadConfig({ cwd: folder, start: join(folder, start), rules: RULES });

  it("a repository ends the search", async () => {
    write(".kprobe-lint.yaml", "extends: strict");
    expect(await load()).toBeUndefined();
    write("project/.kprobe-lint.yml", "extends: all");
    expect((await load("project"))?.config.preset).toBe("all");
    write("project/a/b/.kprobe-lint.json", '{"extends": "strict"}');
    expect((await load("project/a/b"))?.config.preset).toBe("strict");
  });

  it("no link leads out of the project", async () => {
    write("outside.yaml", "failOn: never");
    write("project/.kprobe-lint.yaml", "extends: link.yaml");
    symlinkSync(join(folder, "outside.yaml"), join(folder, "project", "link.yaml"));
    await expect(load()).rejects.toThrow('project/.kprobe-lint.yaml:1:10: "link.yaml" lies outside of the project');
    write("project/.kprobe-lint.yaml", `extends: ${join(folder, "project", "x.yaml")}`);
    await expect(load()).rejects.toThrow("lies outside of the project");
    write("project/.kprobe-lint.yaml", "extends: ../nowhere.yaml");
    await expect(load()).rejects.toThrow("lies outside of the project");
  });

  it("directories, links to nowhere and large files are named", async () => {
    mkdirSync(join(folder, "project", ".kprobe-lint.yaml"));
    await expect(load()).rejects.toThrow("is no file");
    rmSync(join(folder, "project", ".kprobe-lint.yaml"), { recursive: true });
    symlinkSync("nowhere", join(folder, "project", ".kprobe-lint.yaml"));
    await expect(load()).rejects.toThrow("no such file");
    rmSync(join(folder, "project", ".kprobe-lint.yaml"));
    write("project/.kprobe-lint.yaml", "#".repeat(1024 * 1024 + 1));
    await expect(load()).rejects.toThrow("1048577 bytes");
  });

  it("a package.json that says nothing to us is nobody's mistake", async () => {
    write("project/package.json", `{ "name": ${" ".repeat(1024 * 1024)}"x", "kprobe-lint": {} }`);
    expect(await load()).toBeUndefined();
    write("project/package.json", '{ "devDependencies": { "kprobe-lint": "1" }, oops');
    expect(await load()).toBeUndefined();
    write("project/package.json", '{ "kprobe-lint": { "extends": "strict" } }');
    expect((await load())?.config.preset).toBe("strict");
    write("project/package.json", '{ "kprobe-lint": { "extend": "strict" } }');
    await expect(load()).rejects.toThrow('project/package.json:1:20: unknown key "extend"; did you mean "extends"?');
  });

  it("many that build on each other end", async () => {
    write("project/.kprobe-lint.yaml", "extends: [a0.yaml, a0.yaml]");
    for (let index = 0; index < 12; index++)
      write(`project/a${index}.yaml`, `extends: [a${index + 1}.yaml, a${index + 1}.yaml]`);
    write("project/a12.yaml", "{}");
    await expect(load()).rejects.toThrow("more than 32 configurations");
  });

  it("keys of a prototype are keys", async () => {
    write(
      "project/.kprobe-lint.yaml",
      "__proto__: { failOn: never }\nconstructor: 1\nrules: { __proto__: off, toString: off }\n",
    );
    await expect(load()).rejects.toThrow(
      /unknown key "__proto__"[\s\S]*unknown key "constructor"[\s\S]*"__proto__"[\s\S]*"toString"/,
    );
  });

  it("alias bombs end", async () => {
    const lines = [
      "a0: &a0 [x, x]",
      ...Array.from({ length: 40 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`),
    ];
    write("project/.kprobe-lint.yaml", `${lines.join("\n")}\nexclude: *a40\n`);
    await expect(load()).rejects.toThrow(/unknown key|aliases/);
  });

  it("the command line ends with 2 and the place", async () => {
    write("project/.kprobe-lint.yaml", "rules:\n  probe-zero-defaultd: off\n");
    write("project/a.yaml", "kind: x\n");
    let stderr = "";
    const stream = { write: () => {}, isTTY: false, columns: 80 };
    const status = await main({
      argv: ["project/a.yaml"],
      cwd: folder,
      env: {},
      stdout: stream,
      stderr: {
        ...stream,
        write: text => {
          stderr += text;
        },
      },
      stdin: () => "",
      now: () => 0,
    });
    expect(status).toBe(2);
    expect(stderr).toBe(
      'kprobe-lint: project/.kprobe-lint.yaml:2:3: no rule is called "probe-zero-defaultd"; did you mean "probe-zero-defaulted"?\n',
    );
  });
});

it("every option of every rule can be set", async () => {
  const all = Object.fromEntries(
    rules.map(({ id, options = {} }) => [
      id,
      Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default])),
    ]),
  );
  const schema = configSchema(rules);
  const [document] = await readSource(JSON.stringify({ rules: all }));
  if (document?.root === undefined) throw new Error("no document");
  expect(complaintsOf(schema, document.root)).toEqual([]);
  expect(new Ajv({ strict: false }).compile(schema)({ rules: all })).toBe(true);
});
