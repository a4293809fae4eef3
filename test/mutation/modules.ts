// The project's modules, linked in memory, so that one of them can be another for a while: what depends on it is evaluated anew, all else is shared.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compileFunction } from "node:vm";
import { transformSync } from "esbuild";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

type Exports = Record<string, unknown>;
type Code = (exports: Exports, module: { exports: Exports }, require: (name: string) => unknown, url: string) => void;

const requireForeign = createRequire(import.meta.url);

export class Modules {
  private readonly codes = new Map<string, Code>();
  private readonly importers = new Map<string, Set<string>>();
  private readonly foreign: Readonly<Record<string, Exports>>;
  private instances = new Map<string, { exports: Exports }>();
  private replaced: { readonly path: string; readonly code: Code } | undefined;

  /** `foreign` stands in for packages. */
  constructor(foreign: Readonly<Record<string, Exports>>) {
    this.foreign = foreign;
  }

  /** The exports of a module, by its path from the root. */
  load(path: string): Exports {
    const known = this.instances.get(path);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    this.instances.set(path, module);
    const code = this.replaced?.path === path ? this.replaced.code : this.codeOf(path);
    code(module.exports, module, name => this.require(name, path), pathToFileURL(`${ROOT}${path}`).href);
    return module.exports;
  }

  /** Runs something with other source text for one module. */
  async with<T>(path: string, source: string, run: () => Promise<T>): Promise<T> {
    const before = this.instances;
    const stale = this.dependentsOf(path);
    this.instances = new Map([...before].filter(([name]) => !stale.has(name)));
    this.replaced = { path, code: compile(path, source) };
    try {
      return await run();
    } finally {
      // What was loaded meanwhile and knows nothing of the module is kept.
      const touched = this.dependentsOf(path);
      for (const [name, module] of this.instances) if (!touched.has(name)) before.set(name, module);
      this.instances = before;
      this.replaced = undefined;
    }
  }

  /** The module, and all that import it, directly or not, as far as they were loaded. */
  dependentsOf(path: string): Set<string> {
    const found = new Set([path]);
    for (const name of found) for (const importer of this.importers.get(name) ?? []) found.add(importer);
    return found;
  }

  private require(name: string, from: string): unknown {
    const foreign = this.foreign[name];
    if (foreign !== undefined) return foreign;
    if (!name.startsWith(".")) return requireForeign(name);
    const path = resolve(ROOT, dirname(from), name).slice(ROOT.length);
    const importers = this.importers.get(path) ?? new Set();
    this.importers.set(path, importers.add(from));
    return this.load(path);
  }

  private codeOf(path: string): Code {
    const code = this.codes.get(path) ?? compile(path, readFileSync(`${ROOT}${path}`, "utf8"));
    this.codes.set(path, code);
    return code;
  }
}

function compile(path: string, source: string): Code {
  const { code } = transformSync(source, {
    loader: path.endsWith(".json") ? "json" : "ts",
    format: "cjs",
    platform: "node",
    target: "node20",
    // `import()` becomes `require` too, which the linker sees.
    supported: { "dynamic-import": false },
    define: { "import.meta.url": "__url" },
    logLevel: "silent",
  });
  return compileFunction(code, ["exports", "module", "require", "__url"], { filename: `${ROOT}${path}` }) as Code;
}
