import type { Field } from "../src/field.ts";
import { scriptOf, wordsOf } from "../src/kubernetes/command.ts";
import { defineRule, yaml } from "../src/rule.ts";

const REFERENCE = /(\$?)\$\(([A-Za-z_]\w*)\)/g;

export default defineRule({
  id: "exec-probe-env-expansion",
  summary: "A probe's command refers to a variable that the kubelet does not know there",
  why: `In the command of a probe, $(NAME) is replaced with what env writes down as value. A variable that comes from a Secret, a ConfigMap or a
    field has no value there and becomes the empty string; one that comes through envFrom stays as it is written.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/",
    "pkg/kubelet/container: ExpandContainerCommandOnlyStatic",
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
              env:
                - name: TOKEN
                  valueFrom: { secretKeyRef: { name: web, key: token } }
              livenessProbe:
                exec: { command: [check, $(TOKEN)] }
                #                        ^^^^^^^^ $(TOKEN) in the command of the liveness probe becomes the empty string: its value comes from elsewhere
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - name: TOKEN
                  valueFrom: { secretKeyRef: { name: web, key: token } }
              livenessProbe:
                exec: { command: [sh, -c, 'check "$TOKEN"'] }
      `,
    },
  ],

  target: "container",
  *check(container) {
    for (const probe of container.probes) {
      const exec = probe.field.get("exec");
      const words = wordsOf(exec) ?? [];
      const isScript = scriptOf(words) !== undefined;
      for (const [index, word] of words.entries()) {
        for (const [, dollar, name = ""] of word.matchAll(REFERENCE)) {
          const fate = dollar === "$" ? undefined : fateOf(name, container.field, isScript);
          if (fate === undefined) continue;
          yield {
            at: exec.get("command", index),
            message: `$(${name}) in the command of the ${probe.label} probe ${fate.text}`,
            help: `a shell that runs in the container knows the variable: sh -c with "$${name}"`,
            related: [{ at: fate.at, message: "where it comes from" }],
          };
        }
      }
    }
  },
});

/** What becomes of a reference; undefined where it is replaced as its author meant, or where a shell takes it for a command. */
function fateOf(name: string, container: Field, isScript: boolean): { text: string; at: Field } | undefined {
  const entry = container
    .get("env")
    .items()
    .findLast(field => field.get("name").scalar === name);
  if (entry !== undefined) {
    const from = entry.get("valueFrom");
    return from.exists ? { text: "becomes the empty string: its value comes from elsewhere", at: from } : undefined;
  }
  const all = container.get("envFrom");
  if (isScript || all.items().length === 0) return undefined;
  return { text: "stays as it is written: variables of envFrom are not known there", at: all };
}
