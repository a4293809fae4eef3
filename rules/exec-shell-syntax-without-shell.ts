import { execHandlers, isShell, wordsOf } from "../src/kubernetes/command.ts";
import { runsOnWindows } from "../src/kubernetes/purpose.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** Operators that mean something between commands; as an argument they are a text like any other. */
export const OPERATORS = new Set([
  "|",
  "||",
  "&&",
  ";",
  ">",
  ">>",
  "<",
  "2>&1",
  "2>/dev/null",
  ">/dev/null",
  "&>/dev/null",
  "1>/dev/null",
]);
export const VARIABLE = /^\$[A-Za-z_]\w*$|^[^\s{('"`$]*\$[A-Z][A-Z0-9_]+[^\s{('"`]*$/;
/** Programs that understand such words themselves. */
export const INTERPRETERS =
  /^(awk|gawk|perl|python\d*|node|ruby|jq|sed|expr|test|\[|find|xargs|env|nsenter|chroot|timeout|su|sudo|gosu|su-exec)$/;

export default defineRule({
  id: "exec-shell-syntax-without-shell",
  summary: "An exec command contains shell syntax, but no shell runs it",
  why: `exec hands its elements to the program as they are. A pipe, a redirection or a variable is then an argument like any other: the program does
    not find a file named "|", or takes it for an option, and what was to come after it never runs.`,
  severity: "warning",
  presets: ["recommended"],
  fix: "safe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.34/#execaction-v1-core",
    "pkg/kubelet/prober: prober.newExecInContainer",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                exec:
                  command: [curl, -s, "localhost:8080/health", "|", grep, ok]
                  #                                            ^^^ "|" in the command of livenessProbe is an argument of "curl", since no shell runs the command
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                exec:
                  command: [sh, "-c", "curl -s localhost:8080/health | grep ok"]
      `,
    },
  ],

  target: "container",
  *check(container, { workload }) {
    if (runsOnWindows(workload)) return;
    for (const { owner, exec } of execHandlers(container)) {
      const words = wordsOf(exec) ?? [];
      const [program = "", ...rest] = words;
      // A single element is exec-command-not-split.
      if (rest.length === 0 || isShell(program) || INTERPRETERS.test(program.slice(program.lastIndexOf("/") + 1)))
        continue;
      const index = rest.findIndex(word => OPERATORS.has(word) || VARIABLE.test(word));
      const command = exec.get("command");
      if (index < 0) continue;
      const wrapped = ["sh", "-c", words.map(quoted).join(" ")];
      yield {
        at: command.get(index + 1),
        message: `"${rest[index]}" in the command of ${owner} is an argument of "${program}", since no shell runs the command`,
        help: "a shell that is to understand it must be the program: sh -c and the line as one element",
        fixes: [
          {
            title: `write command: ${JSON.stringify(wrapped)}`,
            safety: "safe",
            changes: [{ replace: command, value: wrapped }],
          },
        ],
      };
    }
  },
});

/** The word as it has to stand in a script: what was meant for the shell stays as it is, spaces and the like are quoted. */
function quoted(word: string): string {
  // Of bash alone; another shell would leave the command in the background, where it always succeeds.
  if (word === "&>/dev/null") return ">/dev/null 2>&1";
  if (OPERATORS.has(word) || /^[\w@%+=:,./-]+$/.test(word)) return word;
  if (VARIABLE.test(word)) return `"${word}"`;
  return `'${word.replaceAll("'", "'\\''")}'`;
}
