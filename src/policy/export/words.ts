// Rules about the words of commands and labels.

import { INTERPRETERS, OPERATORS, VARIABLE } from "../../../rules/exec-shell-syntax-without-shell.ts";
import { KEYS } from "../../../rules/selector-unstable-label.ts";
import { SHELLS, WINDOWS_SHELLS } from "../../kubernetes/command.ts";
import { CONTROLLER_LABELS } from "../../kubernetes/pods.ts";
import { pattern } from "./cel.ts";
import type { Family } from "./exported.ts";

const listOf = (texts: Iterable<string>) => `[${[...texts].map(text => JSON.stringify(text)).join(", ")}]`;

const NOT_WINDOWS =
  "variables.pod.?os.?name.orValue(variables.pod.?nodeSelector[?'kubernetes.io/os'].orValue('')) != 'windows'";
const HANDLERS = [
  ...["startupProbe", "livenessProbe", "readinessProbe"].map(probe => `?c.?${probe}.?exec.?command`),
  ...["postStart", "preStop"].map(hook => `?c.?lifecycle.?${hook}.?exec.?command`),
].join(", ");
/** Some command `w` of an exec handler of the container `c`. */
const someCommand = (condition: string) => `${NOT_WINDOWS} && [${HANDLERS}].exists(w, ${condition})`;

const SEGMENTS = "w[0].split('/')";
const PROGRAM = `${SEGMENTS}[${SEGMENTS}.size() - 1]`;
const isForShell = (word: string) => `(${word} in ${listOf(OPERATORS)} || ${word}.matches(${pattern(VARIABLE)}))`;

/** A program and arguments in one word, as isCommandLine of rules/exec-command-not-split.ts tells it. */
const LINE = [String.raw`^[^\s/\\]+\s`, String.raw`^\S+\s+[-/.$"\x27|&>]`, String.raw`^(\S*[/\\])?sh\s`]
  .map(text => `w[0].trim().matches(r'${text}')`)
  .join(" || ");

const plain = (text: string) => `${text}.split('').filter(ch, ch.matches('^[a-zA-Z0-9]$')).join('').lowerAscii()`;
const isUnstable = (key: string, value: string) => {
  const commit = `(${value}.matches('^[0-9a-f]{7,40}$') && ${value}.matches('[0-9]') && ${value}.matches('[a-f]'))`;
  const date = `${value}.matches('^20[0-9][0-9][-.]?[01][0-9][-.]?[0-3][0-9]')`;
  return [
    `${value} != '' && !(${key} in ${listOf(CONTROLLER_LABELS)})`,
    `(${key} in ${listOf(KEYS)} ? ${value}.matches('[0-9]') : ${commit} || ${date})`,
    `!${plain("object.metadata.?name.orValue('')")}.contains(${plain(value)})`,
  ].join(" && ");
};

export const wordRules: Family = {
  "exec-command-not-split": () => ({
    about: "pods",
    of: "all",
    container: someCommand(`w.size() == 1 && (${LINE})`),
  }),
  "exec-shell-syntax-without-shell": () => ({
    about: "pods",
    of: "all",
    container: someCommand(
      [
        `w.size() > 1 && !(${PROGRAM}.lowerAscii() in ${listOf([...SHELLS, ...WINDOWS_SHELLS])})`,
        `!${PROGRAM}.matches(${pattern(INTERPRETERS)})`,
        // The program itself may be such a word.
        `w.filter(x, ${isForShell("x")}).size() > (${isForShell("w[0]")} ? 1 : 0)`,
      ].join(" && "),
    ),
  }),
  "selector-unstable-label": () => ({
    about: "selectors",
    object: [
      `object.spec.?selector.?matchLabels.orValue({}).exists(k, ${isUnstable("k", "object.spec.selector.matchLabels[k]")})`,
      `object.spec.?selector.?matchExpressions.orValue([]).exists(e, e.operator == 'In' && e.?values.orValue([]).size() == 1 && ${isUnstable("e.key", "e.values[0]")})`,
    ].join(" || "),
  }),
};
