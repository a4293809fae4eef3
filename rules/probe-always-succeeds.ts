import { programName, scriptOf, wordsOf } from "../src/kubernetes/command.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** Programs that do nothing but succeed. */
const TRIVIAL = new Set(["true", "echo", "printf"]);
const TRIVIAL_SCRIPT = /^(true|:|exit(\s+0)?|(echo|printf)\s[^;&|\n]*)\s*;?$/;
/** The last command of a script decides, and these always succeed. */
const TRIVIAL_COMMAND = /^(true|:|exit\s+0|echo(\s.*)?)$/;
/** Ways by which a script may end earlier. */
const OTHER_END = /\bexit\s+(?:[1-9]|"?\$)|\bexit\s*(?:;|$)|\bset\s+-\w*e|\bkill\b|\bexec\s/m;

export default defineRule({
  id: "probe-always-succeeds",
  summary: "The command of a probe cannot fail",
  why: `The exit status of a script is that of its last command. When that always succeeds, so does the probe: the container counts as ready or
    alive whatever its state, and the process that is started for each attempt is for nothing.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-command",
    "pkg/probe/exec: execProber.Probe",
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
              readinessProbe:
                exec: { command: [sh, -c, "curl -f localhost:8080/ready || true"] }
                #       ^^^^^^^ the command of the readiness probe cannot fail: it ends in "|| true"
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                exec: { command: [sh, -c, "curl -f localhost:8080/ready"] }
      `,
    },
  ],

  target: "container",
  *check(container) {
    for (const probe of container.probes) {
      const handler = probe.handler;
      const words = handler?.kind === "exec" ? wordsOf(handler.field) : undefined;
      if (handler === undefined || words === undefined) continue;
      const end = trivialEnd(words);
      if (end === undefined) continue;
      yield {
        at: handler.field.get("command"),
        message: `the command of the ${probe.label} probe cannot fail: it ${end}`,
        help: "a probe is there to fail; this one says that all is well whatever happens",
      };
    }
  },
});

function trivialEnd(words: readonly string[]): string | undefined {
  const script = scriptOf(words)?.trim();
  if (script === undefined) return TRIVIAL.has(programName(words[0] ?? "")) ? `is "${words[0]}"` : undefined;
  if (TRIVIAL_SCRIPT.test(script)) return `is "${script}"`;
  // `sh -ec` and `set -e` end with the first failure.
  if (OTHER_END.test(script) || words.some(word => /^-\w*e\w*$/.test(word))) return undefined;
  const last = trivialLast(script);
  return last === undefined ? undefined : `ends in "${last}"`;
}

/** The last command with the operator before it, when it always succeeds and is run in any case. */
function trivialLast(script: string): string | undefined {
  const text = script.endsWith(";") ? script.slice(0, -1).trimEnd() : script;
  const at = Math.max(...[";", "\n", "|", "&"].map(separator => text.lastIndexOf(separator)));
  const command = text.slice(at + 1).trim();
  if (!TRIVIAL_COMMAND.test(command)) return undefined;
  if (text.slice(0, at + 1).endsWith("||")) return `|| ${command}`;
  return text[at] === ";" || text[at] === "\n" ? command : undefined;
}
