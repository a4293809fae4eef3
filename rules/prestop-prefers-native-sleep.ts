import { delayOf } from "../src/kubernetes/hook.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** PodLifecycleSleepAction: beta, and on, since 1.30. */
const SLEEP_SINCE = 30;

export default defineRule({
  id: "prestop-prefers-native-sleep",
  summary: "A preStop hook runs a command where the sleep action does the same",
  why: `An exec hook needs sleep, and often a shell, in the image: on a distroless one it fails at once (FailedPreStopHook), the wait does not
    happen, and nobody notices until requests fail. The sleep action is done by the kubelet and works with every image.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations",
    "pkg/kubelet/lifecycle: handlerRunner.runSleepHandler",
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
              lifecycle:
                preStop:
                  exec: { command: [sleep, "5"] }
                 #^^^^ preStop runs "sleep 5": sleep: { seconds: 5 } waits without a program in the image
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  sleep: { seconds: 5 }
      `,
    },
  ],

  target: "container",
  *check(container, { minor }) {
    const delay = delayOf(container, "preStop");
    if (minor < SLEEP_SINCE || delay === undefined || delay.form !== "exec" || !delay.isAlone) return;
    // The action knows whole seconds only.
    if (!Number.isInteger(delay.seconds) || delay.seconds <= 0) return;
    yield {
      at: container.hook("preStop").get("exec"),
      message: `preStop runs "${delay.text}": sleep: { seconds: ${delay.seconds} } waits without a program in the image`,
      help: "it works with every image, a distroless one too, and is on since Kubernetes 1.30",
    };
  },
});
