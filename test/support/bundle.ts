// Makes dist/: the same files for npm, the Action and pre-commit. `npm run bundle`.
//
//   cli.js      the bin: a few lines, which load main.js with its compiled code kept
//   main.js     the whole program as one CommonJS file, so that its compiled code is one file too
//   action.js   the entry of the GitHub Action, over main.js
//   index.mjs   the public API for `import`
//   types/      declarations

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";

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
  charset: "utf8",
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
await build({ ...shared, entryPoints: ["src/action.ts"], outfile: "dist/action.js", plugins: [fromMain] });

writeFileSync(`${dist}package.json`, '{ "type": "commonjs" }\n');
writeFileSync(
  `${dist}index.mjs`,
  `import api from "./main.js";

export const { DEFAULT_SETTINGS, lint, reporters, rules, version } = api;
`,
);
