import { describe, expect, it } from "vitest";
import { rules as allRules } from "../rules/index.ts";
import { type LintResult, lint } from "../src/lint.ts";
import type { AnyRule } from "../src/rule.ts";
import { DEFAULT_SETTINGS, type Settings } from "../src/settings.ts";
import { lintFiles } from "./support/run.ts";

const named = (...ids: string[]): AnyRule[] => allRules.filter(({ id }) => ids.includes(id));
const RULES = named("probe-zero-defaulted", "probe-named-port-unresolved", "ignore-unused", "ignore-unexplained");

function shown({ report }: LintResult): string[] {
  return report.diagnostics.map(
    ({ file, range, ruleId, suppressed }) =>
      `${file}:${range.start.line} ${ruleId}${suppressed === undefined ? "" : ` (${suppressed.by}: ${suppressed.reason ?? "-"})`}`,
  );
}

async function linted(
  text: string,
  settings: Partial<Settings> = {},
  rules: readonly AnyRule[] = RULES,
): Promise<string[]> {
  return shown(await lintFiles({ "a.yaml": text }, { rules, settings: { includeSuppressed: true, ...settings } }));
}

const pod = (container: string, before = "") => `${before}apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers:
${container}`;

describe("comments in odd places", () => {
  it("count inside flow collections over several lines", async () => {
    const text = pod(`    - { name: web, image: a,
        # kprobe-lint-ignore probe-zero-defaulted -- so
        readinessProbe: { httpGet: { port: 80 },
          periodSeconds: 0 },
        livenessProbe: { httpGet: { port: 80 }, periodSeconds: 0 } }
`);
    expect(await linted(text)).toEqual([
      "a.yaml:9 probe-zero-defaulted (comment: so)",
      "a.yaml:10 probe-zero-defaulted",
    ]);
  });

  it("are text, not comments, inside blocks of text and quotes", async () => {
    const text = `apiVersion: v1
kind: ConfigMap
metadata: { name: a, annotations: { note: "# kprobe-lint-ignore x" } }
data:
  a: |
    # kprobe-lint-ignore
  b: "x # kprobe-lint-ignore"
`;
    expect(await linted(text)).toEqual([]);
  });

  it("cover what is less deep, when that follows", async () => {
    const text = pod(`    - name: web
      image: a
      # kprobe-lint-ignore probe-zero-defaulted -- so
    - name: two
      image: a
      readinessProbe: { httpGet: { port: 80 }, periodSeconds: 0 }
`);
    expect(await linted(text)).toEqual(["a.yaml:11 probe-zero-defaulted (comment: so)"]);
  });

  it("above the first key cover the whole document, and no other", async () => {
    const one = pod("    - { name: a, image: a, readinessProbe: { httpGet: { port: 80 }, periodSeconds: 0 } }\n");
    expect(await linted(`# kprobe-lint-ignore probe-zero-defaulted -- so\n${one}---\n${one}`)).toEqual([
      "a.yaml:7 probe-zero-defaulted (comment: so)",
      "a.yaml:14 probe-zero-defaulted",
    ]);
  });

  it("with CRLF have no line break in their reason", async () => {
    const text = pod(
      "    - { name: a, image: a, readinessProbe: { httpGet: { port: 80 }, periodSeconds: 0 } } # kprobe-lint-ignore probe-zero-defaulted -- so\n",
    ).replaceAll("\n", "\r\n");
    expect(await linted(text)).toEqual(["a.yaml:6 probe-zero-defaulted (comment: so)"]);
  });

  it("may use the former id of a rule", async () => {
    const [rule] = named("probe-zero-defaulted");
    if (rule === undefined) throw new Error("no such rule");
    const renamed = [{ ...rule, formerly: ["old-name"] }, ...named("ignore-unused")];
    const text = pod(
      "    # kprobe-lint-ignore old-name -- so\n    - { name: a, image: a, readinessProbe: { httpGet: { port: 80 }, periodSeconds: 0 } }\n",
    );
    expect(await linted(text, {}, renamed)).toEqual(["a.yaml:7 probe-zero-defaulted (comment: so)"]);
  });
});

describe("what counts as unused", () => {
  const unused = pod("    # kprobe-lint-ignore probe-zero-defaulted -- so\n    - { name: a, image: a }\n");

  it("is reported where the rule ran and found nothing", async () => {
    expect(await linted(unused)).toEqual(["a.yaml:6 ignore-unused"]);
  });

  it("is not known where the rule does not run, or the file does not parse", async () => {
    expect(await linted(unused, { ignore: ["probe-zero-defaulted"] })).toEqual([]);
    expect(await linted(unused, { select: ["ignore-unused"] })).toEqual([]);
    expect(await linted(unused, { reportUnused: false })).toEqual([]);
    expect(await linted(unused, { inlineIgnore: false })).toEqual([]);
    expect(await linted(`${unused}---\na: [\n`)).toEqual(expect.not.arrayContaining(["a.yaml:6 ignore-unused"]));
  });

  it("is not known of rules about absence without the project around", async () => {
    const [rule] = named("probe-zero-defaulted");
    if (rule === undefined) throw new Error("no such rule");
    const rules = [{ ...rule, absence: true }, ...named("ignore-unused")];
    const withContext = await lintFiles({ "a.yaml": unused }, { rules });
    expect(shown(withContext)).toEqual(["a.yaml:6 ignore-unused"]);
    const without = await lintFiles({ "a.yaml": unused }, { rules, noContext: true });
    expect(shown(without)).toEqual([]);
  });

  it("is not known in a patch, whose findings stand where the object does", async () => {
    const text = pod("    - { name: a, image: a }\n");
    const files = {
      "base.yaml": text,
      "patch.yaml": unused,
      "kustomization.yaml": "resources: [base.yaml]\npatches: [{ path: patch.yaml }]\n",
    };
    expect(shown(await lintFiles(files, { rules: RULES }))).toEqual([]);
  });

  it("is not known of a rule that failed", async () => {
    const broken: AnyRule = {
      ...(named("probe-zero-defaulted")[0] as AnyRule),
      target: "resource",
      check() {
        throw new Error("a bug");
      },
    };
    const result = await lintFiles({ "a.yaml": unused }, { rules: [broken, ...named("ignore-unused")] });
    expect(shown(result).filter(line => line.includes("ignore-unused"))).toEqual([]);
    expect(result.faults).toBe(1);
  });
});

describe("related places", () => {
  const related: AnyRule = {
    ...(named("probe-zero-defaulted")[0] as AnyRule),
    id: "related",
    target: "scope",
    *check(graph) {
      const [a, b] = graph.resources;
      if (a === undefined || b === undefined) return;
      yield { at: a.root.get("kind"), message: "m", related: [{ at: b.root.get("kind"), message: "here" }] };
    },
  };
  const object = (name: string, comment = "") =>
    `apiVersion: v1\nkind: ConfigMap${comment}\nmetadata: { name: ${name} }\n`;
  const COMMENT = " # kprobe-lint-ignore related -- so";

  it("do not ignore what stands elsewhere", async () => {
    const rules = [related, ...named("ignore-unused")];
    const lint = async (files: Record<string, string>) =>
      shown(await lintFiles(files, { rules, settings: { includeSuppressed: true } }));
    expect(await lint({ "a.yaml": object("a", COMMENT), "b.yaml": object("b") })).toEqual([
      "a.yaml:2 related (comment: so)",
    ]);
    expect(await lint({ "a.yaml": object("a"), "b.yaml": object("b", COMMENT) })).toEqual([
      "a.yaml:2 related",
      "b.yaml:2 ignore-unused",
    ]);
  });
});

describe("strict findings", () => {
  it("that are not asked for keep their ignores from counting as unused", async () => {
    const strict: AnyRule = {
      ...(named("probe-zero-defaulted")[0] as AnyRule),
      id: "fussy",
      target: "resource",
      *check({ root }) {
        yield { at: root.get("kind"), message: "m", strict: true };
      },
    };
    const text = "# kprobe-lint-ignore fussy -- so\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n";
    const rules = [strict, ...named("ignore-unused")];
    expect(await linted(text, {}, rules)).toEqual([]);
    expect(await linted(text, { preset: "strict" }, rules)).toEqual(["a.yaml:3 fussy (comment: so)"]);
  });
});

describe("files around", () => {
  it("have ignores that count, and are not judged", async () => {
    const source = (path: string, text: string) => ({ path, text });
    const pair: AnyRule = {
      ...(named("probe-zero-defaulted")[0] as AnyRule),
      id: "pair",
      target: "scope",
      *check(graph) {
        const [a, b] = [...graph.resources].sort((x, y) => (x.file < y.file ? -1 : 1));
        if (a !== undefined && b !== undefined)
          yield { at: b.root.get("kind"), message: "m", related: [{ at: a.root.get("kind"), message: "here" }] };
      },
    };
    const object = (name: string, comment = "") =>
      `apiVersion: v1\nkind: ConfigMap${comment}\n# kprobe-lint-ignore probe-zero-defaulted -- unused\nmetadata: { name: ${name} }\n`;
    const result = await lint({
      sources: [source("a.yaml", object("a"))],
      context: [source("b.yaml", object("b", " # kprobe-lint-ignore pair -- so"))],
      settings: { ...DEFAULT_SETTINGS, includeSuppressed: true },
      rules: [pair, ...RULES],
    });
    expect(shown(result)).toEqual(["a.yaml:3 ignore-unused", "b.yaml:2 pair (comment: so)"]);
    expect(result.report.summary).toMatchObject({ suppressed: 1, warnings: 1 });
  });
});

describe("hostile input", () => {
  it("names no rule of a prototype", async () => {
    const text = pod("    # kprobe-lint-ignore __proto__, constructor -- so\n    - { name: a, image: a }\n");
    expect(await linted(text)).toEqual(["a.yaml:6 ignore-unused", "a.yaml:6 ignore-unused"]);
  });

  it("is answered however many comments there are", async () => {
    const comments = "    # kprobe-lint-ignore probe-zero-defaulted -- so\n".repeat(1000);
    const containers = Array.from(
      { length: 1000 },
      (_, index) =>
        `    - { name: c${index}, image: a, readinessProbe: { httpGet: { port: 80 }, periodSeconds: 0 } }\n`,
    ).join("");
    const lines = await linted(pod(`${comments}${containers}`), {}, named("probe-zero-defaulted", "ignore-unused"));
    expect(lines.length).toBe(1000);
    expect(lines.filter(line => line.includes("(comment"))).toHaveLength(1);
  });
});
