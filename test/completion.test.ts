import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import { completion } from "../src/completion.ts";
import { COMMANDS, FLAGS } from "../src/options.ts";

const shells = ["bash", "zsh", "fish"] as const;
const isInstalled = (shell: string) => {
  try {
    execFileSync(shell, ["-c", ":"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

describe.each(shells)("completion %s", shell => {
  const script = completion(shell, rules);

  it("has every command, every flag that help shows, every rule", () => {
    for (const command of Object.keys(COMMANDS)) if (command !== "lint") expect(script).toContain(command);
    for (const { name, hidden } of FLAGS) {
      const spelling = shell === "fish" ? `-l ${name} ` : `--${name}`;
      if (hidden !== true) expect(script).toContain(spelling);
    }
    for (const { id } of rules) expect(script).toContain(id);
  });

  it.skipIf(!isInstalled(shell))("is a script the shell can read", () => {
    const directory = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
    try {
      writeFileSync(join(directory, "script"), script);
      expect(execFileSync(shell, ["-n", join(directory, "script")], { encoding: "utf8", stdio: "pipe" })).toBe("");
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

describe.skipIf(!isInstalled("bash"))("bash", () => {
  const script = completion("bash", rules);
  const completed = (...words: string[]) => {
    const ask = `${script}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _kprobe_lint; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const output = execFileSync("bash", ["--norc", "-c", ask, "bash", "kprobe-lint", ...words], {
      encoding: "utf8",
      cwd: import.meta.dirname,
    });
    return output.split("\n").filter(line => line !== "");
  };

  it.each([
    [["expo"], ["export"]],
    [["--preset", "s"], ["strict"]],
    [["--preset", "=", "s"], ["strict"]],
    [
      ["--preset", "="],
      ["recommended", "strict", "all"],
    ],
    [["explain", "liveness-k"], ["liveness-kills-slow-start"]],
    [
      ["completion", ""],
      ["bash", "zsh", "fish"],
    ],
    [["simulate", "--mo"], ["--mode"]],
    [["explain", "--preset"], []],
    [["policy", ""], ["test"]],
    [["policy", "test", "compl"], ["completion.test.ts"]],
    [["export", ""], ["vap"]],
    [["export", "v"], ["vap"]],
    [["export", "vap", ""], []],
    [
      ["export", "vap", "--action", ""],
      ["Warn", "Deny", "Audit"],
    ],
    [["export", "vap", "--rules", "liveness-k"], ["liveness-kills-slow-start"]],
    [["simulate", "--format", "m"], ["mermaid"]],
    [["simulate", "--format", "=", "m"], ["mermaid"]],
    [["rules", "--format", "ta"], ["table"]],
    [["--format", "m"], ["markdown"]],
    [
      ["policy", "test", "--format", ""],
      ["text", "json"],
    ],
  ])("%j is completed", (words, expected) => {
    expect(completed(...words)).toEqual(expected);
  });
});

describe.skipIf(!isInstalled("fish"))("fish", () => {
  const script = completion("fish", rules);
  const completed = (line: string) => {
    const output = execFileSync(
      "fish",
      ["-N", "-c", `source (printf '%s' $argv[1] | psub); complete -C $argv[2]`, script, line],
      { encoding: "utf8", cwd: import.meta.dirname },
    );
    return output.split("\n").flatMap(text => text.split("\t")[0] || []);
  };

  it.each([
    ["kprobe-lint --preset s", ["strict"]],
    ["kprobe-lint completion ", ["bash", "fish", "zsh"]],
    ["kprobe-lint simulate --mo", ["--mode"]],
    ["kprobe-lint policy ", ["test"]],
    ["kprobe-lint policy test compl", ["completion.test.ts"]],
    ["kprobe-lint export ", ["vap"]],
    ["kprobe-lint export vap ", []],
    ["kprobe-lint export vap --action ", ["Audit", "Deny", "Warn"]],
    ["kprobe-lint simulate --format m", ["mermaid"]],
    ["kprobe-lint rules --format ta", ["table"]],
    ["kprobe-lint --format m", ["markdown"]],
    ["kprobe-lint policy test --format ", ["json", "text"]],
  ])("%s is completed", (line, expected) => {
    expect(completed(line)).toEqual(expected);
  });
});

describe.skipIf(!isInstalled("zsh"))("zsh", () => {
  const script = completion("zsh", rules);
  /** What is asked of `_arguments`, which a shell without a terminal does not run. */
  const asked = (...words: string[]) => {
    const ask = `compdef() { }; _arguments() { print -rl -- "$@" }; eval "$1"; shift; words=("$@"); CURRENT=$#; _kprobe_lint`;
    return execFileSync("zsh", ["-f", "-c", ask, "zsh", script, "kprobe-lint", ...words], { encoding: "utf8" }).split(
      "\n",
    );
  };
  const format = (lines: readonly string[]) => lines.find(line => line.startsWith("*--format="))?.replace(/.*:/, "");

  it("knows the second word of commands that have one", () => {
    expect(asked("policy", "")).toEqual(expect.arrayContaining(["1:word:(test)", "*:path:_files"]));
    expect(asked("export", "")).toContain("1:word:(vap)");
    expect(asked("export", "").filter(line => line.startsWith("*:"))).toEqual([]);
  });

  it("knows the formats of each command", () => {
    expect(format(asked("simulate", ""))).toBe("(text json svg html mermaid)");
    expect(format(asked("rules", ""))).toBe("(table json markdown)");
    expect(format(asked("web.yaml", ""))).toMatch(/^\(auto pretty .*agent/);
    expect(asked("export", "").find(line => line.startsWith("--action="))).toMatch(/:\(Warn Deny Audit\)$/);
  });
});
