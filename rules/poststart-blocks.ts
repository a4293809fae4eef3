import { programsOf, scriptOf, wordsOf } from "../src/kubernetes/command.ts";
import type { Container } from "../src/kubernetes/container.ts";
import { delayOf } from "../src/kubernetes/hook.ts";
import { defineRule, yaml } from "../src/rule.ts";

const NETWORK = /^(nc|ncat|curl|wget|nslookup|dig|getent|ping|pg_isready|mysqladmin|redis-cli|grpcurl)$/;

export default defineRule({
  id: "poststart-blocks",
  summary: "A postStart hook that waits keeps its container from running",
  why: `Until the hook returns the kubelet does not count the container as running: no probe looks at it, the pod is not Ready, and the next
    container of the pod is not started. A hook that waits for something outside waits for as long as that takes, and when it fails the
    container is killed and starts again.`,
  severity: "warning",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/",
    "pkg/kubelet/kuberuntime: startContainer",
  ],
  options: {
    seconds: {
      type: "integer",
      description: "The wait from which on it is reported",
      default: 10,
      minimum: 1,
    },
  },
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
                postStart:
                  exec: { command: [sleep, "60"] }
                  #                        ^^^^ postStart waits 60 s ("sleep 60"): until then container "web" is not running, and no probe looks at it
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              startupProbe:
                httpGet: { path: /up, port: 8080 }
      `,
    },
  ],

  target: "container",
  *check(container, { options }) {
    const delay = delayOf(container, "postStart");
    if (delay !== undefined && delay.seconds >= Number(options.seconds)) {
      yield {
        at: delay.at,
        message: `postStart waits ${delay.seconds} s ("${delay.text}"): until then container "${container.name}" is not running, and no probe looks at it`,
        help: "a startupProbe waits for a slow start, and an init container for something outside",
      };
      return;
    }
    const script = waitingLoop(container);
    if (script === undefined) return;
    yield {
      at: script.at,
      message: `postStart waits in a loop for ${script.program}: until it ends container "${container.name}" is not running, and no probe looks at it`,
      help: "an init container waits before the application starts, and its log tells what for",
    };
  },
});

function waitingLoop(container: Container) {
  const exec = container.hook("postStart").get("exec");
  const words = wordsOf(exec);
  const script = words === undefined ? undefined : scriptOf(words);
  if (words === undefined || script === undefined || !/(^|[\s;&|])(until|while)\s/.test(script)) return undefined;
  const program = programsOf(words).find(name => NETWORK.test(name));
  const at = exec
    .get("command")
    .items()
    .find(word => word.scalar === script);
  return program === undefined || at === undefined ? undefined : { at, program: `"${program}"` };
}
