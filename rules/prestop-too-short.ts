import { exposuresOf, isForMetrics } from "../src/graph/exposure.ts";
import { delayOf } from "../src/kubernetes/hook.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "prestop-too-short",
  summary: "A preStop hook waits less than it takes until no more requests come",
  why: `The hook is there so that SIGTERM comes after the last proxy has dropped the pod. kube-proxy and ingress controllers take seconds,
    a cloud load balancer several of its health checks. What the wait is short of, requests meet a closing process.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination",
    "https://github.com/kubernetes/kubernetes/issues/86280",
  ],
  options: {
    propagationSeconds: {
      type: "integer",
      description: "Seconds until the proxies of the cluster no longer send requests to a deleted pod",
      default: 5,
      minimum: 0,
    },
    loadBalancerSeconds: {
      type: "integer",
      description: "The same for a load balancer outside",
      default: 15,
      minimum: 0,
    },
  },
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  lifecycle:
                    preStop:
                      exec: { command: [sleep, "1"] }
                      #                        ^^^ preStop waits 1 s, but Service "web" may send requests for about 5 s: 4 s too short
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  lifecycle:
                    preStop:
                      exec: { command: [sleep, "5"] }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
    },
  ],

  target: "container",
  *check(container, { workload, graph, options }) {
    const delay = delayOf(container, "preStop");
    if (delay === undefined || !delay.isAlone) return;
    const exposures = exposuresOf(container, workload, graph).filter(
      exposure => !exposure.service.isHeadless && !isForMetrics(exposure),
    );
    const outer = exposures.find(({ service }) => service.type === "LoadBalancer");
    const exposure = outer ?? exposures[0];
    const needed = Number(outer === undefined ? options.propagationSeconds : options.loadBalancerSeconds);
    if (exposure === undefined || delay.seconds >= needed) return;
    const behind = outer === undefined ? "Service" : "LoadBalancer Service";
    yield {
      at: delay.at,
      message: `preStop waits ${delay.seconds} s, but ${behind} "${exposure.service.name ?? "?"}" may send requests for about ${needed} s: ${Math.round((needed - delay.seconds) * 10) / 10} s too short`,
      help: `wait ${needed} s, inside the grace period of ${workload.gracePeriodSeconds ?? 30} s`,
      related: [{ at: exposure.port.field, message: "the traffic comes from here" }],
    };
  },
});
