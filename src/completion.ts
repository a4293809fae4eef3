// kprobe-lint completion: the scripts that complete its commands and flags, made from the same table as --help.

import { type Environment, EXIT } from "./main.ts";
import { nearestTo } from "./nearest.ts";
import { type Arguments, COMMANDS, FLAGS, type Flag, UsageError } from "./options.ts";
import { REPORTERS } from "./reporters/index.ts";
import type { RuleMeta } from "./rule.ts";
import { NEWEST_MINOR, OLDEST_MINOR, PRESETS } from "./settings.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;
type Shell = (typeof SHELLS)[number];

export function completionCommand(args: Arguments, { stdout }: Environment, rules: readonly RuleMeta[]): number {
  const [name] = args.positionals;
  if (name === undefined) throw new UsageError(`completion needs the name of a shell: ${SHELLS.join(", ")}`);
  const shell = SHELLS.find(word => word === name);
  if (shell === undefined) {
    const near = nearestTo(name, SHELLS);
    throw new UsageError(
      `there is no completion for "${name}"; ${near === undefined ? `there is one for ${SHELLS.join(", ")}` : `did you mean "${near}"?`}`,
    );
  }
  stdout.write(completion(shell, rules));
  return EXIT.ok;
}

/** The script, for `source` or the shell's directory of completions. */
export function completion(shell: Shell, rules: readonly RuleMeta[]): string {
  const ids = rules.map(({ id }) => id);
  const lines = { bash, zsh, fish }[shell](ids);
  return `${lines.join("\n")}\n`;
}

const SHOWN = FLAGS.filter(({ hidden }) => hidden !== true);
const WORDS = Object.entries(COMMANDS).filter(([word]) => word !== "lint");

/** The words a command takes; paths where it is not here. */
function argumentsOf(ids: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return { explain: ids, rules: [], init: [], lsp: [], ...NESTED, completion: SHELLS };
}

/** Commands of two words. */
const NESTED: Readonly<Record<string, readonly string[]>> = { export: ["vap"], policy: ["test"] };
/** Those of them that take paths behind the second word. */
const WITH_PATHS = ["policy"];

function pairs(): [command: string, word: string, hasPaths: boolean][] {
  return Object.entries(NESTED).flatMap(([command, words]) =>
    words.map((word): [string, string, boolean] => [command, word, WITH_PATHS.includes(command)]),
  );
}

/** Formats of commands that do not print reports. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  rules: ["table", "json", "markdown"],
  simulate: ["text", "json", "svg", "html", "mermaid"],
  policy: ["text", "json"],
};

/** The words a flag takes; undefined for what is free text, `files` for a path. */
function valuesOf(
  { name, value }: Flag,
  ids: readonly string[],
  command: string,
): readonly string[] | "files" | undefined {
  const minors = Array.from({ length: NEWEST_MINOR - OLDEST_MINOR + 1 }, (_, at) => `1.${OLDEST_MINOR + at}`);
  const words: Readonly<Record<string, readonly string[]>> = {
    format: FORMATS[command] ?? ["auto", ...Object.keys(REPORTERS)],
    "kubernetes-version": minors,
    preset: PRESETS,
    select: ids,
    ignore: ids,
    rule: ids.map(id => `${id}=`),
    rules: ids,
    action: ["Warn", "Deny", "Audit"],
    "fail-on": ["error", "warning", "info", "never"],
    color: ["auto", "always", "never"],
    mode: ["ideal", "kubelet", "worst", "best"],
  };
  return words[name] ?? (value === "FILE" || value === "PATH" || value === "DIR" ? "files" : undefined);
}

function flagsOf(command: string): Flag[] {
  return SHOWN.filter(({ commands }) => commands === undefined || commands.includes(command));
}

function takesValue({ type, optionalValue }: Flag): boolean {
  return type === "string" && optionalValue === undefined;
}

/** Commands for which a flag takes other words than for all others. */
function othersFor({ name }: Flag): string[] {
  return name === "format" ? Object.keys(FORMATS) : [];
}

function spelled(flag: Flag): string[] {
  return [`--${flag.name}`, ...(flag.short === undefined ? [] : [`-${flag.short}`])];
}

function bash(ids: readonly string[]): string[] {
  const taken = (flag: Flag, command: string) => {
    const words = valuesOf(flag, ids, command);
    const found = words === "files" ? 'compgen -f -- "$cur"' : `compgen -W "${(words ?? []).join(" ")}" -- "$cur"`;
    return `mapfile -t COMPREPLY < <(${found}); return ;;`;
  };
  const values = SHOWN.filter(takesValue).flatMap(flag => [
    ...othersFor(flag).map(command => `    ${command}:--${flag.name}) ${taken(flag, command)}`),
    `    *:--${flag.name}) ${taken(flag, "lint")}`,
  ]);
  const flags = Object.keys(COMMANDS).map(
    command => `    ${command}) flags="${flagsOf(command).flatMap(spelled).join(" ")}" ;;`,
  );
  const words = Object.entries(argumentsOf(ids)).map(
    ([command, list]) => `    ${command}) mapfile -t COMPREPLY < <(compgen -W "${list.join(" ")}" -- "$cur") ;;`,
  );
  const second = pairs().map(([command, word, hasPaths]) => {
    const found = hasPaths ? 'mapfile -t COMPREPLY < <(compgen -f -- "$cur"); ' : "";
    return `    *" ${command} ${word} "*) ${found}return ;;`;
  });
  return [
    "# bash completion of kprobe-lint; source it, or put it into /etc/bash_completion.d",
    "_kprobe_lint() {",
    '  local cur="${COMP_WORDS[COMP_CWORD]}" flag="${COMP_WORDS[COMP_CWORD-1]}" command=lint flags="" word at',
    "  # Bash takes --flag=value for three words.",
    '  if [ "$cur" = "=" ]; then cur=""; elif [ "$flag" = "=" ]; then flag="${COMP_WORDS[COMP_CWORD-2]}"; fi',
    "  COMPREPLY=()",
    "  for ((at = 1; at < COMP_CWORD; at++)); do",
    '    word="${COMP_WORDS[at]}"',
    '    case "$word" in',
    `      ${WORDS.map(([name]) => name).join("|")}) command="$word"; break ;;`,
    "    esac",
    "  done",
    '  case "$command:$flag" in',
    ...values,
    "  esac",
    '  case "$command" in',
    ...flags,
    "  esac",
    '  if [ "${cur:0:1}" = "-" ]; then mapfile -t COMPREPLY < <(compgen -W "$flags" -- "$cur"); return; fi',
    '  case " ${COMP_WORDS[*]:1:COMP_CWORD-1} " in',
    ...second,
    "  esac",
    '  case "$command" in',
    ...words,
    '    *) mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;',
    "  esac",
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    mapfile -t -O "\${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "${WORDS.map(([name]) => name).join(" ")}" -- "$cur")`,
    "  fi",
    "}",
    "complete -o filenames -F _kprobe_lint kprobe-lint",
  ];
}

function zsh(ids: readonly string[]): string[] {
  const action = (words: readonly string[] | "files" | undefined) =>
    words === undefined ? " " : words === "files" ? "_files" : `(${words.join(" ")})`;
  const flag = (entry: Flag, command: string) => {
    const { name, short, type, value, multiple, optionalValue, help } = entry;
    const text = help.replace(/[\\[\]:]/g, "\\$&");
    const taken = type === "boolean" ? "" : `:${value}:${action(valuesOf(entry, ids, command))}`;
    const sign = type === "boolean" ? "" : optionalValue === undefined ? "=" : "=-";
    const long = quote(
      `${multiple === true ? "*" : ""}--${name}${sign}[${text}]${optionalValue === undefined ? "" : ":"}${taken}`,
    );
    return short === undefined ? [long] : [long, quote(`-${short}[${text}]`)];
  };
  const known = argumentsOf(ids);
  const rest = (command: string) => {
    const words = known[command];
    if (NESTED[command] !== undefined)
      return [
        quote(`1:word:${action(words)}`),
        ...(WITH_PATHS.includes(command) ? [quote(`*:path:${action("files")}`)] : []),
      ];
    return words?.length === 0 ? [] : [quote(`*:${words === undefined ? "path" : "word"}:${action(words ?? "files")}`)];
  };
  const called = (command: string) =>
    ["_arguments -s -S", ...flagsOf(command).flatMap(entry => flag(entry, command))].join(" \\\n      ");
  return [
    "#compdef kprobe-lint",
    "# zsh completion of kprobe-lint; put it as _kprobe-lint into a directory of $fpath, or source it",
    "_kprobe_lint_first() {",
    "  if (( CURRENT == 2 )); then",
    "    local -a commands=(",
    ...WORDS.map(([name, help]) => `      ${quote(`${name}:${help.replace(/[\\:]/g, "\\$&")}`)}`),
    "    )",
    "    _describe -t commands command commands",
    "  fi",
    "  _files",
    "}",
    "_kprobe_lint() {",
    '  case "$words[2]" in',
    ...WORDS.map(([name]) => {
      const body = [called(name), ...rest(name)].join(" \\\n      ");
      return `    ${name}) (( CURRENT > 2 )) && { shift words; (( CURRENT-- )); ${body}; return } ;;`;
    }),
    "  esac",
    `  ${called("lint")} \\\n      '*:path:_kprobe_lint_first'`,
    "}",
    'if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _kprobe_lint "$@"; else compdef _kprobe_lint kprobe-lint; fi',
  ];
}

function fish(ids: readonly string[]): string[] {
  const names = WORDS.map(([name]) => name);
  const seen = (list: readonly string[]) => `__fish_seen_subcommand_from ${list.join(" ")}`;
  const condition = (commands: readonly string[] | undefined) => {
    if (commands === undefined) return "";
    if (!commands.includes("lint")) return ` -n ${quote(seen(commands))}`;
    return ` -n ${quote(`not ${seen(names.filter(name => !commands.includes(name)))}`)}`;
  };
  const line = (flag: Flag, commands: readonly string[] | undefined) => {
    const words = valuesOf(flag, ids, commands?.[0] ?? "lint");
    const list = words === undefined || words === "files" ? "" : ` -a ${quote(words.join(" "))}`;
    const taken =
      flag.type === "boolean" || flag.optionalValue !== undefined ? "" : words === "files" ? " -r -F" : ` -x${list}`;
    const short = flag.short === undefined ? "" : ` -s ${flag.short}`;
    return `complete -c kprobe-lint${condition(commands)} -l ${flag.name}${short}${taken} -d ${quote(flag.help)}`;
  };
  const flags = SHOWN.flatMap(flag => {
    const others = othersFor(flag);
    const rest = flag.commands?.filter(command => !others.includes(command));
    return [line(flag, rest), ...others.map(command => line(flag, [command]))];
  });
  const words = Object.entries(argumentsOf(ids)).map(([command, list]) => {
    const taken = list.length === 0 ? "" : ` -a ${quote(list.join(" "))}`;
    const isOpen = NESTED[command] === undefined ? "" : `; and not ${seen(list)}`;
    return `complete -c kprobe-lint -n ${quote(`${seen([command])}${isOpen}`)} -f${taken}`;
  });
  const closed = pairs().flatMap(([command, word, hasPaths]) =>
    hasPaths ? [] : [`complete -c kprobe-lint -n ${quote(`${seen([command])}; and ${seen([word])}`)} -f`],
  );
  return [
    "# fish completion of kprobe-lint; put it as kprobe-lint.fish into ~/.config/fish/completions",
    ...WORDS.map(([name, help]) => `complete -c kprobe-lint -n __fish_use_subcommand -a ${name} -d ${quote(help)}`),
    ...words,
    ...closed,
    ...flags,
  ];
}

/** A word in single quotes, as all of the three shells read it; no text of the table has a quote or a backslash at its end. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
