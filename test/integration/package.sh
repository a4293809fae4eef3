#!/usr/bin/env bash
# The package as npm publishes it, under publint, attw and a strict TypeScript program. Needs Node, npm and the network (npm); dist/ must be built.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
. test/integration/project.sh

tarball=$work/$(npm pack --silent --pack-destination "$work")
mkdir "$work/judges" "$work/program"
cd "$work/judges"
npm install --silent --no-audit --no-fund --ignore-scripts publint@0.3 @arethetypeswrong/cli@0.18
npx publint --strict "$tarball"
npx attw --profile esm-only --no-color "$tarball" | tail -n 15

cd "$work/program"
printf '{ "name": "program", "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund --offline "$tarball"
cat >program.ts <<'TS'
declare const console: { log(...words: readonly unknown[]): void };
import { DEFAULT_SETTINGS, type Diagnostic, lint, reporters, rules, version } from "kprobe-lint";

const text = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndta: {}\n";
const { report } = await lint({ sources: [{ path: "a.yaml", text }], settings: DEFAULT_SETTINGS, rules });
const [first]: readonly (Diagnostic | undefined)[] = report.diagnostics;
// @ts-expect-error -- the types are known, not any
const wrong: number = first?.message;
console.log(version, first?.ruleId, Object.keys(reporters).length, typeof wrong);
TS
"$root/node_modules/.bin/tsc" --ignoreConfig --strict --module nodenext --target es2022 --lib es2023 --types "" program.ts
try 'a strict program compiles and runs' 0 'unknown-field' node program.js

exit "$failed"
