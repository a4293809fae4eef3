// What an editor shows of a file is what the command line says of it: same places, rules, severities and sentences.

import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import type { Report } from "../../src/diagnostic.ts";
import { serve } from "../../src/lsp/server.ts";
import { parse } from "../../src/options.ts";
import { Repository } from "../support/repository.ts";
import { Client, type Shown, uri } from "./client.ts";

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const SEVERITIES = ["", "error", "warning", "info"];
const repository = { current: undefined as Repository | undefined };

afterEach(() => {
  Client.endAll();
  repository.current?.remove();
});

const folders = [
  ...readdirSync(join(FIXTURES, "projects"), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => `projects/${name}`),
  "broken",
  "ok",
];

describe("editor and command line", () => {
  it.each(folders)("say the same of %s", async folder => {
    const project = new Repository();
    repository.current = project;
    cpSync(join(FIXTURES, folder), project.path, { recursive: true });
    project.git("init", "--quiet");
    const client = await opened(project);
    const files = readdirSync(project.path, { recursive: true, encoding: "utf8" })
      .filter(name => /\.(yaml|json)$/.test(name) && !name.startsWith(".git"))
      .filter(name => !/(^|\/)(kustomization\.yaml|\.kprobe-lint.*)$/.test(name))
      .sort();
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) {
      const at = uri(project.path, name);
      client.openFile(at, readFileSync(join(project.path, name), "utf8"));
      const answer = await client.request("textDocument/diagnostic", { textDocument: { uri: at } });
      client.close(at);
      const { stdout } = await project.run([name, "--format", "json", "--no-error-on-unmatched"]);
      expect([name, ...answer.items.map(inEditor).sort()]).toEqual([name, ...onCommandLine(stdout, name).sort()]);
    }
  });
});

async function opened({ path }: Repository): Promise<Client> {
  const quiet = { write: () => {}, isTTY: false, columns: 80 };
  const environment = {
    ...{ argv: ["lsp"], cwd: path, env: {}, stdout: quiet, stderr: quiet },
    ...{ stdin: () => "", now: () => 0 },
  };
  const client = Client.over(streams => serve({ ...streams, args: parse(["lsp"]), environment, rules }));
  const textDocument = { publishDiagnostics: { relatedInformation: true }, diagnostic: {} };
  await client.initialize([path], { textDocument });
  return client;
}

function inEditor({ range: { start, end }, code, severity, message, relatedInformation = [] }: Shown): string {
  const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
  return `${place} ${SEVERITIES[severity]} ${code}: ${message} +${relatedInformation.length}`;
}

function onCommandLine(text: string, name: string): string[] {
  const { diagnostics }: Report = JSON.parse(text);
  return diagnostics
    .filter(({ file }) => file === name)
    .map(({ range: { start, end }, severity, ruleId, message, help, related }) => {
      const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
      const sentences = help === undefined ? message : `${message}\n${help}`;
      return `${place} ${severity} ${ruleId}: ${sentences} +${related.length}`;
    });
}
