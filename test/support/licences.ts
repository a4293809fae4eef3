// The licences of all that the bundle holds of others, as dist/LICENSES.txt shows them. The packages are those that the bundler met.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** Every package of which a file is in the bundle, by name. */
export async function bundled(): Promise<Bundled[]> {
  const { metafile } = await build({
    ...{ absWorkingDir: root, bundle: true, platform: "node", format: "cjs", metafile: true, write: false },
    ...{ entryPoints: ["src/api.ts", "src/action.ts", "src/cli.ts"], outdir: "dist", logLevel: "error" },
  });
  const folders = Object.keys(metafile.inputs).flatMap(
    path => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  );
  return [...new Set(folders)]
    .map(folder => read(join(root, folder)))
    .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

function read(folder: string): Bundled {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find(entry => /^(licen[cs]e|copying)/i.test(entry));
  const text = file === undefined || !existsSync(join(folder, file)) ? "" : readFileSync(join(folder, file), "utf8");
  return { name, version, licence: String(license), text: text.replace(/\r\n/g, "\n").trim() };
}

/** The text of dist/LICENSES.txt. */
export async function licences(): Promise<string> {
  const packages = await bundled();
  const head = `kprobe-lint is licensed under Apache-2.0 (see LICENSE). It holds parts of these packages:\n\n${packages
    .map(({ name, version, licence }) => `  ${name} ${version}, ${licence}\n`)
    .join("")}`;
  const texts = packages.map(({ name, version, licence, text }) => {
    const line = "-".repeat(72);
    return `\n${line}\n${name} ${version}, ${licence}\n${line}\n\n${text === "" ? `(the package comes without a text; its licence is ${licence})` : text}\n`;
  });
  return head + texts.join("");
}
