// Makes dist/: the same files for npm, the Action and pre-commit. `npm run bundle`.
//
//   cli.js      the bin: a few lines, which load main.js with its compiled code kept
//   main.js     the whole program as one CommonJS file, so that its compiled code is one file too
//   action.js   the entry of the GitHub Action, over main.js
//   index.mjs   the public API for `import`
//   types/      declarations

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { rules } from "../../rules/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = `${root}dist/`;
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

/** The Action runs what the bin runs: its entry takes the command from main.js, not from a second copy. */
const fromMain: Plugin = {
  name: "from-main",
  setup({ onResolve }) {
    onResolve({ filter: /\/command-action\.ts$/ }, () => ({ path: "./main.js", external: true }));
  },
};

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

await build({
  ...shared,
  entryPoints: ["src/cli.ts"],
  outfile: "dist/cli.js",
  define: { BUNDLE: '"main.js"' },
  external: ["./main.ts"],
});
await build({ ...shared, entryPoints: ["src/api.ts"], outfile: "dist/main.js" });
await onlyAscii(`${dist}main.js`);
await build({ ...shared, entryPoints: ["src/action.ts"], outfile: "dist/action.js", plugins: [fromMain] });

writeFileSync(`${dist}package.json`, '{ "type": "commonjs" }\n');
writeFileSync(
  `${dist}index.mjs`,
  `import api from "./main.js";

export const { DEFAULT_SETTINGS, lint, reporters, rules, version } = api;
`,
);

/** Regular expressions keep letters beyond ASCII, which the bundler cannot escape. Every other text is held to the sources by its rules. */
async function onlyAscii(path: string): Promise<void> {
  const escaped = readFileSync(path, "utf8").replace(
    /[^\x00-\x7f]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  writeFileSync(path, escaped);
  const { rules: bundled } = createRequire(import.meta.url)(path);
  if (JSON.stringify(bundled) !== JSON.stringify(rules)) throw new Error("the bundle's rules differ from the sources'");
}
