import { exposuresOf } from "../src/graph/exposure.ts";
import { defineRule, yaml } from "../src/rule.ts";

const TLS_NAME = /(^|[-/])(https|tls|ssl|grpcs)(-|$)/;

export default defineRule({
  id: "grpc-probe-invalid",
  summary: "A grpc probe has a port that is no port number, or that speaks TLS",
  why: `A grpc probe takes the number of its port only: the name of a port is not looked up as it is for httpGet and tcpSocket, and there is no
    default. The kubelet speaks plain text, without TLS and without credentials, to the health service of that port.`,
  severity: "error",
  severities: { warning: "the port is declared as one that speaks TLS" },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-grpc-liveness-probe",
    "pkg/apis/core/validation: validateGRPCAction",
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
                grpc: { port: 0 }
                #             ^ grpc port 0 must be between 1 and 65535, inclusive
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
                grpc: { port: 9090 }
      `,
    },
    {
      title: "A port with TLS",
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: grpc-tls, containerPort: 9443 }]
              readinessProbe:
                grpc: { port: 9443 }
                #             ^^^^ the readiness probe speaks plain gRPC to port 9443, which is declared as "grpc-tls"
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: grpc-tls, containerPort: 9443 }, { name: health, containerPort: 9090 }]
              readinessProbe:
                grpc: { port: 9090 }
      `,
    },
  ],

  target: "container",
  // What the API server refuses is reported by the validator.
  *check(container, { workload, graph }) {
    for (const probe of container.probes) {
      const port = probe.field.get("grpc", "port");
      if (probe.handler?.kind !== "grpc" || port.number === undefined) continue;
      const name = container.ports.find(({ number }) => number === port.number)?.name ?? "";
      const exposures = exposuresOf(container, workload, graph).filter(({ number }) => number === port.number);
      const protocols = exposures.map(exposure => exposure.port.field.get("appProtocol").string ?? "");
      const word = [name, ...protocols].find(text => TLS_NAME.test(text));
      if (word === undefined) continue;
      yield {
        at: port,
        message: `the ${probe.label} probe speaks plain gRPC to port ${port.number}, which is declared as "${word}"`,
        help: "the kubelet has no TLS for grpc probes: every attempt fails; serve the health service on a plain port, or run a command",
        severity: "warning" as const,
      };
    }
  },
});
