// The guide's chapter on selectors and ports. Every number is computed, every drawing simulated.

import { trafficShares } from "../rollout/endpoints.ts";
import { yaml } from "../rule.ts";
import { manifest, picture, rule, simulated } from "./picture.ts";

const BLUE = yaml`
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: web-blue }
  spec:
    replicas: 3
    selector: { matchLabels: { app: web, color: blue } }
    template:
      metadata: { labels: { app: web, color: blue } }
      spec:
        containers:
          - name: web
            image: example.com/web:1.4.0
            ports: [{ name: http, containerPort: 8080 }]
            readinessProbe:
              httpGet: { path: /ready, port: http }
  ---
  apiVersion: v1
  kind: Service
  metadata: { name: web }
  spec:
    selector: { app: web, color: blue }
    ports: [{ port: 80, targetPort: http }]
`;

const MISTYPED = { at: "20s", do: "selector", service: "web", selector: { app: "web", colour: "blue" } };

function shares(): string {
  const rows = [
    [9, 1],
    [2, 1],
    [3, 3],
    [3, 0],
  ].map(([stable = 0, canary = 0]) => {
    const [, share = 0] = trafficShares([stable, canary]);
    return `| ${stable} | ${canary} | ${Math.round(share * 1000) / 10} % |`;
  });
  return `| ready stable pods | ready canary pods | requests to the canary |
| --- | --- | --- |
${rows.join("\n")}`;
}

export function selectorsChapter(): string {
  return `### Selectors

*The pods are Ready and nothing arrives, or requests arrive at the wrong version: start here.*

Labels are all that connects the objects. A Service sends to the pods that carry **every** pair of its selector, in **its own namespace**, and that are Ready.
Nothing checks that there are any: a Service that selects nothing is accepted, has a name and an address, and fails every connection
(${rule("service-selects-nothing")}). \`kubectl get endpointslices -l kubernetes.io/service-name=web\` shows at once whether this is it.

${manifest(BLUE)}

Say that 20 s later somebody writes \`colour: blue\` into the Service. The pods are as well as before:

${picture(simulated(BLUE, [MISTYPED]), ["endpoints in use"], 0)}

Then comes the port, in three steps: the client uses \`port\`, the Service sends to \`targetPort\`, and the process listens where it likes.

| targetPort | what it means | when it is wrong |
| --- | --- | --- |
| absent | the same number as \`port\` | nothing listens there: every connection is refused |
| a number | that port of the pod, declared or not | the same (${rule("service-target-port-undeclared")}) |
| a name | the port of that name *and protocol*, looked up in each pod | the pod is left out without a word (${rule("service-target-port-name-missing")}) |

Two workloads behind one selector share the requests, each by its number of ready pods. That is what a canary is made of, and what happens when somebody copies a
Deployment and keeps the labels (${rule("service-selects-multiple-workloads")}):

${shares()}

Blue and green are the same with one more label: the Service names one of the two, and changing that label moves everything at once, back as well as forth
(${rule("service-version-pinned")}, ${rule("bluegreen-pair-drift")}). The label must be on the pods of the other side *before* the switch.

A controller's selector is another matter. It says which pods the controller owns, has to match its own template, and cannot be changed later:

- What changes with every release, a version or a commit, has no place in it: ${rule("selector-contains-version")}, ${rule("selector-unstable-label")}.
- Two controllers with one selector fight for the same pods, or hand them to the same autoscaler: ${rule("selector-overlap")}.
- The same holds for the labels that a PodDisruptionBudget, an anti-affinity (${rule("spread-selector-mismatch")}) or a NetworkPolicy asks for: nobody says when they match nothing.
- A Service finds nothing in another namespace: ${rule("service-namespace-mismatch")}.

Read on: [Labels and selectors](https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/),
[Services](https://kubernetes.io/docs/concepts/services-networking/service/),
[Debug Services](https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/);
in the code \`k8s.io/endpointslice\` (\`reconciler.reconcileByAddressType\`, \`findPort\`), \`pkg/registry/apps/deployment\` (\`deploymentStrategy.ValidateUpdate\`).
`;
}
