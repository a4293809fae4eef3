import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "grpc-probe-invalid",
  summary: "A grpc probe has a port that is no port number",
  why: `A grpc probe takes the number of its port only: the name of a port is not looked up as it is for httpGet and tcpSocket, and there is no
    default. The kubelet speaks plain text, without TLS and without credentials, to the health service of that port.`,
  severity: "error",
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
  ],
  target: "none",
});
