// Without policies nothing of them is loaded: start-up is most of a small run.

import { execFileSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { ADMISSION, CONFIG, deployment, Project } from "./project.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Tells of every module that is loaded. */
const HOOK = `export async function load(url, context, next) {
  process._rawDebug("loaded " + url);
  return next(url, context);
}`;
const REGISTER = `import { register } from "node:module"; register("data:text/javascript," + ${JSON.stringify(encodeURIComponent(HOOK))});`;

function loadedBy(project: Project, ...argv: string[]): string[] {
  const options = ["--import", pathToFileURL(`${root}node_modules/tsx/dist/loader.mjs`).href];
  const hook = `data:text/javascript,${encodeURIComponent(REGISTER)}`;
  const script = `${process.execPath} "$@" 2>&1 >/dev/null || true`;
  const args = ["-c", script, "sh", ...options, "--import", hook, `${root}src/cli.ts`, ...argv];
  const text = execFileSync("sh", args, { cwd: project.folder, encoding: "utf8", env: { PATH: process.env.PATH } });
  return text.split("\n").flatMap(line => /^loaded (.*)$/.exec(line)?.[1] ?? []);
}

const ofPolicies = (urls: readonly string[]) => urls.filter(url => /\/src\/polic|cel-js/.test(url));

it("a run without policies loads nothing of them, a run with policies does", () => {
  const project = new Project({ "web.yaml": deployment("web") });
  const loaded = loadedBy(project, "web.yaml");
  expect(loaded.some(url => url.includes("/src/lint.ts"))).toBe(true);
  expect(ofPolicies(loaded)).toEqual([]);
  project.write(".kprobe-lint.yaml", CONFIG);
  project.write("policies/latest.yaml", ADMISSION);
  expect(ofPolicies(loadedBy(project, "web.yaml")).length).toBeGreaterThan(10);
}, 60_000);
