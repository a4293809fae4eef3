// The files that the program is bundled into: what a small run needs lies in main.js, everything else in files that are read when they are used.

import { readFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";

/** What main.js holds besides what it imports statically: loaded in nearly every run. */
const COMMON =
  /^(src\/reporters\/pretty|src\/schema\/semantic\/(core|core-workload|service|apps)|schemas\/kubernetes\/(shared|core|apps))\.ts$/;

/** The other files, in the order in which they are asked. */
const PARTS: readonly [name: string, modules: RegExp][] = [
  ["lsp.js", /^(src\/lsp\/|node_modules\/vscode-)/],
  ["policy.js", /^(src\/policy\/|src\/policies|node_modules\/@marcbachmann\/)/],
  ["yaml.js", /^src\/yaml\//],
  ["schema.js", /^(src\/schema\/|schemas\/)/],
  ["rollout.js", /^(src\/(rollout|guide)\/|src\/(sections|simulation|command-simulate)\.ts$)/],
  ["glob.js", /^node_modules\/(?!picocolors)/],
  ["more.js", /^/],
];

export interface Parts {
  readonly names: readonly string[];
  /** The part that holds a module, by its path from the root. */
  of(module: string): string | undefined;
  /** Modules of a part that others import. */
  shared(part: string): readonly string[];
}

/** Reads the whole program once and says what lies where. */
export async function partsOf(options: BuildOptions): Promise<Parts> {
  const { metafile } = await build({
    ...options,
    entryPoints: ["src/api.ts"],
    write: false,
    metafile: true,
    outdir: "unused",
  });
  const { inputs } = metafile;
  const common = Object.keys(inputs).filter(path => COMMON.test(path));
  const main = closure(inputs, ["src/api.ts", ...common]);
  const parts = new Map(Object.keys(inputs).map(path => [path, partOf(path, main)]));
  const shared = new Map<string, Set<string>>();
  for (const [path, { imports }] of Object.entries(inputs)) {
    for (const { path: imported } of imports) {
      const part = parts.get(imported);
      if (part === undefined || part === parts.get(path)) continue;
      shared.set(part, (shared.get(part) ?? new Set()).add(imported));
    }
  }
  return {
    names: [...shared.keys()].sort(),
    of: module => parts.get(module),
    shared: part => [...(shared.get(part) ?? [])].sort(),
  };
}

function partOf(path: string, main: ReadonlySet<string>): string {
  if (main.has(path)) return "main.js";
  return PARTS.find(([, modules]) => modules.test(path))?.[0] ?? "more.js";
}

/** What is loaded with some modules: all that they import other than by `import()`. */
function closure(inputs: Metafile["inputs"], roots: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const open = [...roots];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const { kind, external, path: imported } of inputs[path]?.imports ?? []) {
      if (kind !== "dynamic-import" && external !== true) open.push(imported);
    }
  }
  return seen;
}

/** The text of a part's entry: it offers what other parts import, main.js at once and the others when it is asked for. */
export function entryOf(part: string, parts: Parts): string {
  const modules = parts.shared(part);
  if (part !== "main.js") {
    const getters = modules.map(module => `get ${JSON.stringify(module)}() { return require("./${module}"); }`);
    return `exports.shared = { ${getters.join(", ")} };`;
  }
  const imports = modules.map((module, index) => `import * as m${index} from "./${module}";`);
  const getters = modules.map((module, index) => `get ${JSON.stringify(module)}() { return m${index}; }`);
  return `${imports.join("\n")}\nexport * from "./src/api.ts";\nexport const shared = { ${getters.join(", ")} };`;
}

/** Modules of other parts are taken from the files that hold them. */
export function acrossParts(root: string, part: string, parts: Parts): Plugin {
  return {
    name: "across-parts",
    setup(builder) {
      builder.onResolve({ filter: /^/ }, async ({ path, pluginData, kind, ...rest }) => {
        if (pluginData === "asked" || kind === "entry-point" || rest.namespace === "part") return undefined;
        const found = await builder.resolve(path, { kind, pluginData: "asked", ...rest });
        if (found.external || found.errors.length > 0) return found;
        const module = relative(root, found.path);
        const home = parts.of(module);
        return home === undefined || home === part ? found : { path: module, namespace: "part" };
      });
      builder.onResolve({ filter: /^/, namespace: "part" }, ({ path }) => ({ path, external: true }));
      builder.onLoad({ filter: /^/, namespace: "part" }, ({ path }) => ({
        contents: `module.exports = require("./${parts.of(path)}").shared[${JSON.stringify(path)}];`,
      }));
    },
  };
}

/** The file of the rules' prose, half of all that they hold: it is read when somebody reads a rule's page. */
export const PAGES = "pages.js";

const PROSE: readonly [name: string, pattern: RegExp][] = [
  ["why", /\n {2}why: (`(?:\\.|[^`\\])*`),\n/s],
  ["references", /\n {2}references: (\[[^\]]*\]),\n/s],
  ["examples", /\n {2}examples: (\[\n.*?\n {2}\]),\n/s],
];

export const proseOnDemand: Plugin = {
  name: "prose-on-demand",
  setup({ onLoad }) {
    onLoad({ filter: /\/rules\/[a-z0-9-]+\.ts$/ }, ({ path }) => {
      if (path.endsWith("/index.ts")) return undefined;
      let contents = readFileSync(path, "utf8");
      for (const [name, pattern] of PROSE) {
        const from = `require("./${PAGES}").pages[${JSON.stringify(basename(path, ".ts"))}].${name}`;
        contents = contents.replace(pattern, () => `\n  get ${name}() { return ${from}; },\n`);
      }
      return { contents, loader: "ts" };
    });
  },
};

/** The text of the entry of that file. Throws where a rule is not written as all others are. */
export function pagesOf(rules: readonly string[]): string {
  const pages = rules.map(path => {
    const text = readFileSync(path, "utf8");
    const parts = PROSE.map(([name, pattern]) => {
      const part = pattern.exec(text)?.[1];
      if (part === undefined) throw new Error(`${path}: no ${name} found to load on demand`);
      return `get ${name}() { return ${part}; },`;
    });
    return `${JSON.stringify(basename(path, ".ts"))}: { ${parts.join("\n")} },`;
  });
  return `import { yaml } from "./src/rule.ts";\nexport const pages = {\n${pages.join("\n")}\n};`;
}

/** picocolors looks at process.stdout when it is loaded, which loads Node's streams; whether to colour is decided in src/color.ts. */
export const plainPicocolors: Plugin = {
  name: "plain-picocolors",
  setup({ onLoad }) {
    onLoad({ filter: /\/picocolors\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const contents = text.replace("(p.stdout || {}).isTTY", "false");
      if (contents === text) throw new Error(`${path}: does not look at the terminal any more`);
      return { contents, loader: "js" };
    });
  },
};
