// Makes dist/: the same files for npm, the Action and pre-commit. `npm run bundle`.
//
//   cli.js      the bin: a few lines, which load main.js with its compiled code kept
//   main.js     what every run needs, as one CommonJS file, so that its compiled code is one file too
//   *.js        what some runs need, read when it is used (test/support/parts.ts)
//   action.js   the entry of the GitHub Action, over main.js
//   index.mjs   the public API for `import`
//   LICENSES.txt the licences of what is bundled
//   types/      declarations, by tsc

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { rules } from "../../rules/index.ts";
import { licences } from "./licences.ts";
import { acrossParts, entryOf, PAGES, type Parts, pagesOf, partsOf, plainPicocolors, proseOnDemand } from "./parts.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  minify: true,
  // One byte a character: read and kept by the engine in half the time and space.
  charset: "ascii",
  legalComments: "none",
  logLevel: "warning",
};

/** The Action runs what the bin runs: its entry takes the command from main.js, not from a second copy. */
const fromMain: Plugin = {
  name: "from-main",
  setup({ onResolve }) {
    onResolve({ filter: /\/command-action\.ts$/ }, () => ({ path: "./main.js", external: true }));
  },
};

/** Writes everything but the declarations into a directory, which is emptied first. `dist` ends in a slash. */
export async function bundle(dist: string): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  await build({
    ...shared,
    entryPoints: ["src/cli.ts"],
    outfile: `${dist}cli.js`,
    define: { BUNDLE: '"main.js"' },
    external: ["./main.ts"],
  });
  const parts = await partsOf(shared);
  for (const part of parts.names) await buildPart(part, parts, dist);
  await build({
    ...shared,
    stdin: { contents: pagesOf(rules.map(({ id }) => `${root}rules/${id}.ts`)), resolveDir: root, loader: "ts" },
    outfile: `${dist}${PAGES}`,
  });
  await build({ ...shared, entryPoints: ["src/action.ts"], outfile: `${dist}action.js`, plugins: [fromMain] });
  writeFileSync(`${dist}LICENSES.txt`, await licences());
  writeFileSync(`${dist}package.json`, '{ "type": "commonjs" }\n');
  // The declarations are those of index.mjs: without this, TypeScript takes them for CommonJS.
  mkdirSync(`${dist}types`);
  writeFileSync(`${dist}types/package.json`, '{ "type": "module" }\n');
  writeFileSync(
    `${dist}index.mjs`,
    `import api from "./main.js";

export const { DEFAULT_SETTINGS, lint, reporters, rules, version } = api;
`,
  );
  const { rules: bundled } = createRequire(import.meta.url)(`${dist}main.js`);
  if (JSON.stringify(bundled) !== JSON.stringify(rules)) throw new Error("the bundle's rules differ from the sources'");
}

async function buildPart(part: string, parts: Parts, dist: string): Promise<void> {
  const outfile = `${dist}${part}`;
  await build({
    ...shared,
    stdin: { contents: entryOf(part, parts), resolveDir: root, sourcefile: part, loader: "js" },
    outfile,
    external: [...parts.names, PAGES].map(name => `./${name}`),
    plugins: [proseOnDemand, plainPicocolors, acrossParts(root, part, parts)],
  });
  keepAscii(outfile);
}

/** Regular expressions keep letters beyond ASCII, which the bundler cannot escape. */
function keepAscii(outfile: string): void {
  const escaped = readFileSync(outfile, "utf8").replace(
    /[^\x00-\x7f]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  writeFileSync(outfile, escaped);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(`${root}dist/`);
