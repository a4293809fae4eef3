import { execHandlers, programName } from "../src/kubernetes/command.ts";
import { runsOnWindows } from "../src/kubernetes/purpose.ts";
import { splitWords } from "../src/kubernetes/words.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** What only a shell understands. */
const SHELL_SYNTAX = /[|&;<>`*?\n]|\$[({A-Za-z_]/;

export default defineRule({
  id: "exec-command-not-split",
  summary: "A whole command line stands in one element of an exec command",
  why: `exec runs the first element as a program, with the others as its arguments, and no shell in between. A single element "cat /tmp/healthy" is
    the name of a program that does not exist, so every attempt of the probe, or the hook, fails.`,
  severity: "error",
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
                  command: ["cat /tmp/healthy"]
                  #         ^^^^^^^^^^^^^^^^^^ the command of livenessProbe has one element, which is run as a program named "cat /tmp/healthy"
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
                  command: [cat, /tmp/healthy]
      `,
    },
  ],

  target: "container",
  *check(container, { workload }) {
    if (runsOnWindows(workload)) return;
    for (const { owner, exec } of execHandlers(container)) {
      const command = exec.get("command");
      const [only, ...others] = command.items();
      const line = only?.string?.trim();
      if (only === undefined || others.length > 0 || line === undefined || !isCommandLine(line)) continue;
      // `&>` is of bash alone; another shell would leave the command in the background, where it always succeeds.
      const script = line.replace(/&>\s*(\S+)/g, ">$1 2>&1");
      const words = SHELL_SYNTAX.test(line) ? ["sh", "-c", script] : splitWords(line);
      yield {
        at: only,
        message: `the command of ${owner} has one element, which is run as a program named "${shorten(line)}"`,
        help: "there is no shell to take the line apart: each word is an element of its own",
        ...(words === undefined || line.includes("\n")
          ? {}
          : {
              fixes: [
                {
                  title: `write command: ${JSON.stringify(words)}`,
                  safety: "safe",
                  changes: [{ replace: command, value: words }],
                },
              ],
            }),
      };
    }
  },
});

/** A program and arguments, rather than a path with a space in it: `/opt/my app/check` stays what it is. */
function isCommandLine(line: string): boolean {
  const [program = "", argument] = line.split(/\s+/);
  if (argument === undefined) return false;
  return !/[/\\]/.test(program) || /^[-/.$"'|&>]/.test(argument) || programName(program) === "sh";
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
