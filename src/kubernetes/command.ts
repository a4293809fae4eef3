// The argument list of an exec handler. It is run as it is, without a shell; a shell must be its first word to take part.

import type { Field } from "../field.ts";
import type { Container } from "./container.ts";

export const SHELLS = new Set(["sh", "bash", "ash", "dash", "zsh", "ksh", "busybox"]);
export const WINDOWS_SHELLS = new Set(["cmd", "cmd.exe", "powershell", "powershell.exe", "pwsh", "pwsh.exe"]);

/** The last part of a path: the program's own name. */
export function programName(word: string): string {
  return word.slice(Math.max(word.lastIndexOf("/"), word.lastIndexOf("\\")) + 1);
}

/** The words of `command`, as written; undefined without any, and where one is no scalar. */
export function wordsOf(exec: Field): string[] | undefined {
  const words = exec.get("command").items();
  if (words.length === 0 || words.some(word => word.scalar === undefined || word.scalar === null)) return undefined;
  return words.map(word => String(word.scalar));
}

export function isShell(word: string | undefined): boolean {
  const name = programName(word ?? "").toLowerCase();
  return SHELLS.has(name) || WINDOWS_SHELLS.has(name);
}

/** The text that a shell runs: what follows `-c` (`-ec`, `-lc`, …); undefined where no POSIX shell is asked to run one. */
export function scriptOf(words: readonly string[]): string | undefined {
  if (!SHELLS.has(programName(words[0] ?? ""))) return undefined;
  const flag = words.findIndex(word => /^-[A-Za-z]*c[A-Za-z]*$/.test(word));
  return flag < 0 ? undefined : words[flag + 1];
}

/** Separators of commands in a script; quotes are not looked at, which is enough to find the names of programs. */
const SEPARATORS = /\|\||&&|[|;&\n(){}`]|\$\(/;
/** Words that stand before the program that is really run. */
const PREFIXES = new Set([
  ...["exec", "if", "then", "else", "elif", "while", "until", "do", "!", "time", "nice", "env", "sudo", "timeout"],
  ...["su-exec", "gosu", "setpriv", "chroot", "nohup", "command"],
]);

/** The programs that an argument list starts, one after the other: the first word, or the first words of a script's commands. */
export function programsOf(words: readonly string[]): string[] {
  const script = scriptOf(words);
  if (script === undefined) return words[0] === undefined ? [] : [programName(words[0])];
  return script.split(SEPARATORS).flatMap(command => {
    const first = command
      .trim()
      .split(/\s+/)
      .find(word => word !== "" && !PREFIXES.has(word) && !/^(-|\d+s?$|[A-Za-z_]\w*=)/.test(word));
    return first === undefined ? [] : [programName(first.replace(/^["']|["']$/g, ""))];
  });
}

/** The exec handlers of a container: of its probes and of its lifecycle hooks. */
export function execHandlers(container: Container): { readonly owner: string; readonly exec: Field }[] {
  const owners: [string, Field][] = [
    ...container.probes.map(({ type, field }): [string, Field] => [type, field]),
    ...(["postStart", "preStop"] as const).map((hook): [string, Field] => [hook, container.hook(hook)]),
  ];
  return owners.map(([owner, field]) => ({ owner, exec: field.get("exec") })).filter(({ exec }) => exec.isMap);
}

/** `redis` of `docker.io/library/redis:7`; empty where there is none, or where it is not known. */
export function imageBase(container: Container): string {
  const image = container.image.string ?? "";
  return programName((image.split("@")[0] ?? "").replace(/:[^/:]*$/, ""));
}
