// The architecture as assertions: src/README.md says the same in words.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import { catalogue } from "../src/catalog.ts";
import { helpTable } from "../src/options.ts";
import { isCaretLine } from "./support/carets.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map(name => join(folder, name))
    .filter(name => pattern.test(name) && statSync(join(root, name)).isFile())
    .sort();
}

const read = (path: string) => readFileSync(join(root, path), "utf8");
const sources = [...filesBelow("src", /\.ts$/), ...filesBelow("rules", /\.ts$/)];

/** The project's own modules a file imports, as paths from the root; `node:` modules as they are. */
function importsOf(path: string): string[] {
  const found = [...read(path).matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(match => match[1] ?? "");
  return found.map(name => (name.startsWith(".") ? relative(root, resolve(root, dirname(path), name)) : name));
}

describe("rules", () => {
  const ids = filesBelow("rules", /\.ts$/)
    .map(path => path.slice("rules/".length, -".ts".length))
    .filter(id => id !== "index")
    .sort();

  it("are all in the list, once, sorted, under the name of their file", () => {
    expect(rules.map(({ id }) => id)).toEqual(ids);
  });

  it.each(rules.map(rule => [rule.id, rule] as const))("%s describes itself", (_, rule) => {
    expect(rule.summary).toMatch(/^[A-Z"].{18,88}[^.]$/);
    expect(rule.summary).not.toMatch(/^This rule/);
    expect(rule.why.trim()).toMatch(/\.$/);
    expect(rule.references.length).toBeGreaterThan(0);
    expect(rule.examples.length).toBeGreaterThan(0);
    expect(read(`rules/${rule.id}.ts`).split("\n").length).toBeLessThanOrEqual(151);
  });

  it("fit on a page each: 90 lines in the median, documentation and examples included", () => {
    const lengths = ids.map(id => read(`rules/${id}.ts`).split("\n").length - 1).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(90);
  });

  it.each(rules.filter(({ target }) => target !== "none").map(({ id }) => [id]))(
    "%s has a fixture that marks and one that does not",
    id => {
      const folder = join("fixtures/rules", id);
      const texts = filesBelow(folder, /\.ya?ml$/).map(read);
      const marked = texts.filter(text => text.split("\n").some(isCaretLine));
      expect(marked.length).toBeGreaterThan(0);
      expect(texts.length).toBeGreaterThan(marked.length);
    },
  );

  it("have no fixture folder without a rule", () => {
    expect(readdirSync(join(root, "fixtures/rules")).filter(id => !ids.includes(id))).toEqual([]);
  });
});

describe("messages in the fixtures", () => {
  it.each(rules.map(rule => [rule.id, rule] as const))(
    "%s: lower case, no full stop, no please, no rule id",
    (_, rule) => {
      const texts = rule.examples.map(({ bad }) => bad).join("\n");
      for (const line of texts.split("\n").filter(isCaretLine)) {
        const message = line.replace(/^\s*#\s*\^+ ?/, "");
        expect(message).toMatch(/^[^A-Z]|^[A-Z]+\b|^[A-Z][a-zA-Z]+ "/);
        expect(message).not.toMatch(/\.$|please|!$/i);
        expect(message).not.toContain(rule.id);
      }
    },
  );
});

describe("generated pages", () => {
  it("rules/README.md is what `rules --format markdown` prints", () => {
    expect(read("rules/README.md")).toBe(catalogue(rules));
  });

  it("the table of flags in README.md is what the program knows", () => {
    expect(read("README.md")).toContain(helpTable());
  });
});

describe("imports", () => {
  const MAY_NOT: readonly { readonly files: RegExp; readonly imports: RegExp; readonly except?: RegExp }[] = [
    {
      files: /^rules\/(?!index)/,
      imports: /^src\/(?!rule\.ts|field\.ts|nearest\.ts|diagnostic\.ts|kubernetes\/|rollout\/|graph\/)|^node:/,
    },
    {
      files: /^src\/kubernetes\//,
      imports:
        /^src\/(?!field\.ts|diagnostic\.ts|nearest\.ts|kubernetes\/|graph\/|schema\/semantic\/(quantity|intorstring)|rollout\/)/,
    },
    {
      files: /^src\/rollout\//,
      imports: /^src\/(?!rollout\/|kubernetes\/|nearest\.ts|schema\/semantic\/(quantity|intorstring))/,
    },
    {
      files: /^src\/graph\//,
      imports:
        /^src\/(?!digest\.ts|graph\/|kubernetes\/|field\.ts|diagnostic\.ts|nearest\.ts|yaml\/|schema\/semantic\/(quantity|intorstring)|rollout\/)/,
    },
    {
      files: /^src\/schema\//,
      imports: /^src\/(?!schema\/|yaml\/|diagnostic\.ts|field\.ts|place\.ts|nearest\.ts|fix\.ts|kubernetes\/)/,
    },
    { files: /^src\/yaml\//, imports: /^src\/(?!yaml\/|diagnostic\.ts|field\.ts|place\.ts|nearest\.ts)/ },
    {
      files: /^src\/reporters\//,
      imports: /^src\/(?!reporters\/|diagnostic\.ts|rule\.ts|catalog\.ts|rollout\/|graph\/)|^node:/,
    },
    { files: /^(src|rules)\//, imports: /^test\// },
    // The editor protocol and its library stay out of every other run.
    { files: /^(src|rules)\/(?!lsp\/)/, imports: /^(src\/lsp\/|vscode-)/, except: /^src\/command-lsp\.ts$/ },
    { files: /^(src|rules)\/(?!main\.ts)/, imports: /^src\/command-lsp\.ts$/ },
    {
      files: /^(src|rules)\//,
      imports: /^node:(fs|child_process)$/,
      except: /^src\/(discover|files|config|cli|compiled|command-\w+|write|action|crds|context|init|lsp\/\w+)\.ts$/,
    },
  ];

  it.each(sources)("%s stays within its layer", path => {
    const wrong = MAY_NOT.filter(({ files, except }) => files.test(path) && except?.test(path) !== true).flatMap(
      ({ imports }) => importsOf(path).filter(name => imports.test(name)),
    );
    expect(wrong).toEqual([]);
  });

  it("the editor protocol is loaded by its command alone, and then only", () => {
    expect(read("src/main.ts")).toContain('await import("./command-lsp.ts")');
    expect(read("src/command-lsp.ts")).toContain('await import("./lsp/server.ts")');
    expect(read("src/command-lsp.ts")).not.toMatch(/from "\.\/lsp\/|from "vscode-/);
  });

  it("only cli.ts and the action touch the process", () => {
    const touching = sources.filter(path =>
      /(?<![./\w])process\.(?!ts\b|getBuiltinModule\b)/.test(
        read(path).replace(/\/\/.*|\/\*[\s\S]*?\*\/|"[^"\n]*"|`[^`]*`/g, ""),
      ),
    );
    expect(touching.filter(path => !/^src\/(cli|digest|action|lsp\/server)\.ts$/.test(path))).toEqual([]);
  });
});

describe("sizes", () => {
  const limited = [...sources, ...filesBelow("test", /\.ts$/)].filter(path => !path.endsWith(".generated.ts"));

  it.each(limited)("%s has at most 400 lines", path => {
    expect(read(path).split("\n").length).toBeLessThanOrEqual(401);
  });

  it("lint.ts still fits on a screen or two", () => {
    expect(read("src/lint.ts").split("\n").length).toBeLessThanOrEqual(150);
  });
});

describe("arithmetic", () => {
  it("shares of pods are rounded in one place", () => {
    const rounding = [...sources].filter(path => /Math\.(ceil|floor|round)\([^;]*\/ 100\)/.test(read(path)));
    expect(rounding).toEqual(["src/rollout/fenceposts.ts"]);
  });
});

describe("prose", () => {
  const pages = [
    "README.md",
    "CONTRIBUTING.md",
    "src/README.md",
    "schemas/README.md",
    "fixtures/README.md",
    "test/integration/README.md",
    "CHANGELOG.md",
  ];

  it.each(pages)("%s: every link to a file resolves", path => {
    const links = [...read(path).matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)].map(match => match[1] ?? "");
    const dead = links.filter(link => !/^https?:|^mailto:/.test(link) && !existsSync(join(root, dirname(path), link)));
    expect(dead).toEqual([]);
  });

  it.each(["CONTRIBUTING.md", "src/README.md"])("%s: every path in backticks exists", path => {
    const paths = [...read(path).matchAll(/`((?:src|rules|schemas|test|fixtures)\/[\w./-]*)`/g)].map(
      match => match[1] ?? "",
    );
    expect(paths.filter(name => !existsSync(join(root, name)))).toEqual([]);
    expect(paths.length).toBeGreaterThan(3);
  });

  it("nothing names a package registry", () => {
    expect(read("package-lock.json")).not.toContain('"resolved"');
  });
});
