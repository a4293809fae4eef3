// Scenarios of the command line: files, commands, and what they print. See fixtures/cli/README.md.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { main } from "../../src/main.ts";
import { VERSION } from "../../src/version.ts";

const FILE = /^--- (\S.*?)(?: \[([a-z, ]+)\])?$/;

/** The scenario with what its commands print today. */
export async function played(text: string): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
  try {
    const out: string[] = [];
    const lines = text.trimEnd().split("\n");
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index] ?? "";
      const file = FILE.exec(line);
      if (file !== null) {
        const body: string[] = [];
        while (index + 1 < lines.length && !/^(---|\$) ./.test(lines[index + 1] ?? "")) body.push(lines[++index] ?? "");
        writeFile(join(directory, file[1] ?? ""), body, file[2] ?? "");
        out.push(line, ...body);
      } else if (line.startsWith("$ ")) {
        while (/^[>!=]/.test(lines[index + 1] ?? "")) index++;
        out.push(line, ...(await run(line.slice(2), directory)));
      } else out.push(line);
    }
    return `${out.join("\n")}\n`;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** An empty line before the next part belongs to the scenario, not to the file. Inside files, `\---` stands for a document marker. */
function writeFile(path: string, body: readonly string[], how: string): void {
  const lines = body.map(line => line.replace(/^\\(?=---|\$)/, ""));
  while (lines.at(-1) === "") lines.pop();
  const end = how.includes("crlf") ? "\r\n" : "\n";
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, (how.includes("bom") ? "\ufeff" : "") + lines.map(line => line + end).join(""));
}

async function run(command: string, directory: string): Promise<string[]> {
  const words = split(command);
  const env: Record<string, string> = {};
  while (/^[A-Z_]+=/.test(words[0] ?? "")) {
    const [name = "", ...value] = (words.shift() ?? "").split("=");
    env[name] = value.join("=").replace("<tmp>", directory);
  }
  const [program, ...args] = words;
  if (program === "cat") return quote(">", readFileSync(join(directory, args[0] ?? ""), "utf8"), directory);
  const from = args.indexOf("<");
  const input = from < 0 ? "" : readFileSync(join(directory, args[from + 1] ?? ""), "utf8");
  const argv = from < 0 ? args : args.slice(0, from);
  const streams = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof streams) => ({
    write: (part: string) => {
      streams[name] += part;
    },
    isTTY: env.TTY !== undefined,
    columns: Number(env.TTY ?? 80),
  });
  const status = await main({
    argv,
    cwd: directory,
    env,
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    stdin: () => input,
    now: () => 0,
  });
  return [...quote(">", streams.stdout, directory), ...quote("!", streams.stderr, directory), `= ${status}`];
}

function quote(sign: string, text: string, directory: string): string[] {
  if (text === "") return [];
  const shown = text
    .replaceAll(directory, "<tmp>")
    .replaceAll(VERSION, "<version>")
    .replaceAll("\u001b", "␛")
    .replace(/\b[0-9a-f]{32}\b/g, "<fingerprint>");
  const lines = shown.split("\n");
  if (lines.at(-1) === "") lines.pop();
  else lines.push("(no line break)");
  return lines.map(line => `${sign} ${line}`.trimEnd());
}

/** Words of a command line; quotes hold blanks together. */
function split(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|((?:[^\s"']|"[^"]*")+)/g)].map(
    match => match[1] ?? match[2] ?? (match[3] ?? "").replace(/"/g, ""),
  );
}
