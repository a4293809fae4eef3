// The guide's chapter on probes. Every number is computed, every drawing simulated.

import type { Timing } from "../kubernetes/probe.ts";
import {
  documentedStartupBudget,
  effectiveTiming,
  failureRun,
  firstReadinessAttempt,
  guaranteedStartupBudget,
  killAfterFault,
  neverHealthyKill,
  notReadyAfterFault,
  readyAfterStart,
  restartBackOff,
} from "../rollout/arithmetic.ts";
import { rangeText } from "../rollout/duration.ts";
import { failureRunText, startupBudgetText } from "../rollout/probe-text.ts";
import { yaml } from "../rule.ts";
import { manifest, picture, rule, simulated } from "./picture.ts";

const SLOW = yaml`
  apiVersion: v1
  kind: Pod
  metadata:
    name: slow
    annotations: { kprobe-lint.dev/startup-seconds: "40" }
  spec:
    containers:
      - name: slow
        image: example.com/slow:2.0.1
        livenessProbe:
          httpGet: { path: /livez, port: 8080 }
          initialDelaySeconds: 5
          periodSeconds: 5
        readinessProbe:
          httpGet: { path: /ready, port: 8080 }
          periodSeconds: 5
`;

const GUARDED = SLOW.replace(
  "      livenessProbe:\n        httpGet: { path: /livez, port: 8080 }\n        initialDelaySeconds: 5\n",
  `      startupProbe:
        httpGet: { path: /livez, port: 8080 }
        periodSeconds: 5
        failureThreshold: 20
      livenessProbe:
        httpGet: { path: /livez, port: 8080 }
`,
);

const LIVENESS = effectiveTiming({ initialDelaySeconds: 5, periodSeconds: 5 });
const STARTUP = effectiveTiming({ periodSeconds: 5, failureThreshold: 20 });
const DEFAULTS = effectiveTiming({});
const QUICK = effectiveTiming({ periodSeconds: 5 });

const seconds = ({ earliest, latest }: { earliest: number; latest: number }) => rangeText(earliest, latest);

const TABLE: readonly (readonly [string, string, Timing])[] = [
  ["all defaults", "0 / 10 / 1 / 3", DEFAULTS],
  ["quicker", "0 / 5 / 1 / 3", QUICK],
  ["the Pod above", "5 / 5 / 1 / 3", LIVENESS],
  [
    "one strike",
    "120 / 10 / 2 / 1",
    effectiveTiming({ initialDelaySeconds: 120, timeoutSeconds: 2, failureThreshold: 1 }),
  ],
];

function table(): string {
  const rows = TABLE.map(([name, numbers, timing]) =>
    [
      name,
      numbers,
      `${guaranteedStartupBudget(timing)} s`,
      seconds(neverHealthyKill(timing, timing.timeoutSeconds)),
      seconds(killAfterFault(timing, timing.timeoutSeconds)),
    ].join(" | "),
  );
  return `| probe | delay / period / timeout / failures | a start may take | killed if it never answers | killed after a hang |
| --- | --- | --- | --- | --- |
${rows.map(row => `| ${row} |`).join("\n")}`;
}

function readinessTable(): string {
  const rows = [
    [0, 10],
    [5, 10],
    [0, 5],
    [15, 5],
  ].map(([initialDelaySeconds = 0, periodSeconds = 10]) => {
    const timing = effectiveTiming({ initialDelaySeconds, periodSeconds });
    return `| ${initialDelaySeconds} | ${periodSeconds} | ${seconds(firstReadinessAttempt(timing))} | ${seconds(notReadyAfterFault(timing, timing.timeoutSeconds))} |`;
  });
  return `| initialDelaySeconds | periodSeconds | first look at a new container | out of the endpoints after a hang |
| --- | --- | --- | --- |
${rows.join("\n")}`;
}

const backOffs = [1, 2, 3, 4, 5, 6, 7].map(restart => restartBackOff(restart)).join(", ");

export function probesChapter(): string {
  return `### Probes

*A container restarts again and again, a pod never gets Ready, or requests go to a pod that hangs: start here.*

Three probes ask three questions. A **startup** probe asks whether the application is up; until it says yes, the other two wait. A **readiness** probe asks
whether this pod wants traffic *now*; a no takes it out of the endpoints, and nothing is restarted. A **liveness** probe asks whether only a restart can help;
a no kills the container. So the first question at night is which of them spoke: \`kubectl describe pod\` says \`Liveness probe failed\` and \`Killing\`, or
\`Readiness probe failed\` and nothing more.

The kubelet runs one worker per probe. Its clock starts when the pod is added to the node, not with the container, so nobody knows the phase: every answer
below is a range. A change of state needs \`failureThreshold\` failures in a row, \`periodSeconds\` apart; between the first and the last of them lie
\`(failureThreshold - 1) x periodSeconds\`, for the defaults ${failureRunText(DEFAULTS, 0)} = ${failureRun(DEFAULTS)} s.

${table()}

The documentation gives a start \`initialDelaySeconds + failureThreshold x periodSeconds\`. In the worst phase it has less:
\`max(initialDelaySeconds - 1, 0) + (failureThreshold - 1) x periodSeconds\`. The Pod below is promised ${documentedStartupBudget(LIVENESS)} s and sure of
${startupBudgetText(LIVENESS)} = ${guaranteedStartupBudget(LIVENESS)} s only. Its application takes 40 s:

${manifest(SLOW)}

${picture(simulated(SLOW), ["a new pod"], 2)}

It never gets to its end (${rule("liveness-kills-slow-start")}). The first restart comes at once. Before the next ones the kubelet waits: ${backOffs} s
and so on, each counted from an exit, so that nothing is seen of it while kills are further apart; then the pod is in \`CrashLoopBackOff\`. A longer \`initialDelaySeconds\` would only hide the next slow start
(${rule("startup-probe-missing")}). A startup probe gives it ${startupBudgetText(STARTUP)} = ${guaranteedStartupBudget(STARTUP)} s, and ends as soon as the application answers:

${manifest(GUARDED)}

${picture(simulated(GUARDED), ["a new pod"], 2)}

Readiness has a rhythm of its own. The first seconds of a container bring extra attempts, and with \`initialDelaySeconds\` above 0 they are thrown away
(${rule("readiness-initial-delay-rounded")}); without a delay a failed attempt costs nothing, and a healthy application with the defaults is Ready ${seconds(readyAfterStart(DEFAULTS))} after its start.

${readinessTable()}

What follows for the numbers:

- Liveness has to be slower than readiness, or the container is killed while the Service still sends it requests: ${rule("liveness-races-readiness")}.
- The same endpoint for both turns overload into restarts: ${rule("liveness-equals-readiness")}. So does a liveness probe that asks a database: ${rule("liveness-checks-dependency")}.
- A 0 is not "at once": the API server stores the default instead (${rule("probe-zero-defaulted")}). \`periodSeconds\` is 10 then, \`timeoutSeconds\` 1.
- A timeout above the period makes every failure slower, since attempts never overlap: ${rule("probe-timeout-exceeds-period")}.
- A named port has to exist in the same container: ${rule("probe-named-port-unresolved")}. \`host: localhost\` is the node: ${rule("probe-host-set")}.

Read on: [Configure probes](https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/),
[Pod lifecycle](https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes);
in the code \`pkg/kubelet/prober\` (\`worker.doProbe\`, \`manager.UpdatePodStatus\`), \`pkg/apis/core/v1\` (\`SetDefaults_Probe\`),
\`pkg/kubelet/kuberuntime\` (\`computePodActions\`, \`doBackOff\`).
`;
}
