import type { Field } from "../src/field.ts";
import type { Container } from "../src/kubernetes/container.ts";
import { delayOf } from "../src/kubernetes/hook.ts";
import { type Fate, fateOf, firstProcessScript, statementsOf } from "../src/kubernetes/shell.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { MINIMUM_SIGTERM_SECONDS } from "../src/rollout/arithmetic.ts";
import { defineRule, type RuleFix, yaml } from "../src/rule.ts";

const BUILTINS = /^(sleep|tail|cat|read|yes|ping|wait|echo|true|cd|exit|return|set|source|\.|:|test|\[)$/;

export default defineRule({
  id: "shell-swallows-sigterm",
  summary: "A shell as first process does not pass SIGTERM on to what it runs",
  why: `SIGTERM goes to the container's first process. A shell that runs a loop or a list sets no handler for it, the kernel does not let a
    first process die of a signal it does not handle, and the program beneath the shell never hears of it. Every stop, restart and
    rollout takes the whole grace period and ends with SIGKILL.`,
  severity: "warning",
  severities: { info: "newer shells replace themselves by the last command, older ones do not" },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination",
    "https://man7.org/linux/man-pages/man7/pid_namespaces.7.html",
    "pkg/kubelet/kuberuntime: killContainer",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: clock }
        spec:
          containers:
            - name: clock
              image: busybox:1.37
              command: [sh, -c]
              args: ["while true; do date >> /tmp/log; sleep 10; done"]
              #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the shell is the first process and does not react to SIGTERM: every stop takes the whole grace period, 30 s, and ends with SIGKILL
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: clock }
        spec:
          containers:
            - name: clock
              image: busybox:1.37
              command: [sh, -c]
              args: ["trap exit TERM; while true; do date >> /tmp/log; sleep 10 & wait $!; done"]
      `,
    },
    {
      title: "A list of commands",
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              command: [sh, -c, "migrate --all; web --port 8080"]
              #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a shell that stays the first process does not pass SIGTERM on: where it does not replace itself by its last command, every stop takes the whole grace period, 30 s
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              command: [sh, -c, "migrate --all; exec web --port 8080"]
      `,
    },
  ],

  target: "container",
  *check(container, { workload }) {
    const script = firstProcessScript(container);
    const grace = workload.gracePeriodSeconds;
    if (script === undefined || grace === undefined || grace <= MINIMUM_SIGTERM_SECONDS) return;
    if (!workload.isLongRunning || !container.isLongRunning || isStoppedOtherwise(container, workload)) return;
    const fate = fateOf(script);
    if (fate === "handled") return;
    const at = placeOf(container, script);
    const statements = statementsOf(script) ?? [];
    const isCertain = fate === "swallowed" || fate === "deaf";
    yield {
      at,
      message: messageOf(fate, statements.at(-1)?.words[0] ?? "", grace),
      help: isCertain
        ? 'a trap ("trap exit TERM", with what takes long in the background and "wait"), or exec of a program that handles it, lets the container stop at once'
        : 'with "exec" in front of the last command the signal reaches it in every shell',
      // A pod that only sleeps is kept for somebody to look into.
      ...(isCertain && (fate !== "deaf" || statements.length > 1) ? {} : { severity: "info" as const }),
      ...(fate !== "swallowed" && statements.length === 1 ? { strict: true } : {}),
      fixes: withExec(at, script),
    };
  },
});

function messageOf(fate: Fate, last: string, grace: number): string {
  const stop = `every stop takes the whole grace period, ${grace} s, and ends with SIGKILL`;
  if (fate === "swallowed") return `the shell is the first process and does not react to SIGTERM: ${stop}`;
  if (fate === "deaf")
    return `neither the shell nor "${last}", which may take its place, reacts to SIGTERM as first process: ${stop}`;
  return `a shell that stays the first process does not pass SIGTERM on: where it does not replace itself by its last command, every stop takes the whole grace period, ${grace} s`;
}

/** Another process is the first one, another signal ends it, or a hook does. */
function isStoppedOtherwise(container: Container, { podSpec }: Workload): boolean {
  if (podSpec.get("shareProcessNamespace").boolean === true || podSpec.get("hostPID").boolean === true) return true;
  if (podSpec.get("os", "name").scalar === "windows" || container.field.get("lifecycle", "stopSignal").exists)
    return true;
  return container.hook("preStop").exists && delayOf(container, "preStop")?.isAlone !== true;
}

function placeOf(container: Container, script: string): Field {
  const words = [...container.field.get("command").items(), ...container.field.get("args").items()];
  return words.find(word => word.scalar === script) ?? container.field.get("command");
}

function withExec(at: Field, script: string): RuleFix[] {
  const last = statementsOf(script)?.at(-1);
  if (last === undefined || last.isCompound || last.before === "|" || last.after !== "") return [];
  if (BUILTINS.test(last.words[0] ?? "") || /=/.test(last.words[0] ?? "")) return [];
  const text = `${script.slice(0, last.start)}exec ${script.slice(last.start)}`;
  return [{ title: "write exec in front of the last command", safety: "unsafe", changes: [{ set: at, to: text }] }];
}
