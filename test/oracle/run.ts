// `npm run oracle -- DIR [--list] [--family NAME] [--category X] [--base X]`: our agreement with facts computed by Kubernetes' own code.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Figure } from "./family.ts";
import { families } from "./index.ts";
import { corpusRoot, hasRows, readRows } from "./rows.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: "boolean", default: false },
    family: { type: "string", multiple: true },
    category: { type: "string" },
    base: { type: "string" },
  },
});

const dir = resolve(positionals[0] ?? "fixtures/oracle");
const root = corpusRoot(dir);
const read = (path: string) => {
  const full = root === undefined ? undefined : join(root, path);
  return full !== undefined && existsSync(full) ? readFileSync(full, "utf8") : undefined;
};

function matches(row: unknown): boolean {
  const { category, base } = row as { category?: unknown; base?: unknown };
  return (
    (values.category === undefined || category === values.category) &&
    (values.base === undefined || base === values.base)
  );
}

function line(family: string, { name, agree, total, floor }: Figure): string {
  const share = total === 0 ? "" : `${((100 * agree) / total).toFixed(2)} %`;
  const below = isBelow({ name, agree, total, floor }) ? "  BELOW" : "";
  const limit = floor === undefined ? "" : `(floor ${100 * floor} %)`;
  return `${family.padEnd(18)} ${name.padEnd(42)} ${String(agree).padStart(6)} of ${String(total).padStart(6)}  ${share.padStart(9)} ${limit}${below}`;
}

function isBelow({ agree, total, floor }: { [K in keyof Figure]: Figure[K] | undefined }): boolean {
  return floor !== undefined && agree !== undefined && total !== undefined && total > 0 && agree / total < floor;
}

let failed = false;
let ran = 0;
for (const family of families) {
  if (values.family !== undefined && !values.family.includes(family.file)) continue;
  if (!hasRows(dir, family.file)) continue;
  ran++;
  const rows = readRows(dir, family.file).filter(matches);
  const { figures, differences } = await family.run(rows, { read });
  if (values.list)
    for (const { id, what } of differences) process.stdout.write(`  ${family.file} ${id}\n      ${what}\n`);
  for (const figure of figures) {
    process.stdout.write(`${line(family.file, figure)}\n`);
    failed ||= isBelow(figure);
  }
}
if (ran === 0) process.stderr.write(`no facts in ${dir}\n`);
process.exitCode = failed || ran === 0 ? 1 : 0;
