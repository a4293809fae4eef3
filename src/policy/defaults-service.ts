// Services, network policies and autoscalers (pkg/apis/core/v1, networking/v1, autoscaling/v2 defaults.go).

import type { Fill, JsonObject } from "./defaults.ts";
import { fill, fillZero, mapAt, mapsAt } from "./fill.ts";

const service: Fill = object => {
  const spec = mapAt(object, "spec") ?? {};
  fillZero(spec, { sessionAffinity: "None", type: "ClusterIP" });
  if (spec.sessionAffinity === "None") delete spec.sessionAffinityConfig;
  if (spec.sessionAffinity === "ClientIP") {
    fill(spec, { sessionAffinityConfig: {} });
    const config = mapAt(spec, "sessionAffinityConfig") ?? {};
    fill(config, { clientIP: {} });
    fill(mapAt(config, "clientIP") ?? {}, { timeoutSeconds: 10_800 });
  }
  for (const port of mapsAt(spec, "ports")) {
    fillZero(port, { protocol: "TCP" });
    if (port.targetPort === undefined || port.targetPort === 0 || port.targetPort === "")
      port.targetPort = port.port ?? 0;
  }
  const isExternal = spec.type === "NodePort" || spec.type === "LoadBalancer";
  if (isExternal) fillZero(spec, { externalTrafficPolicy: "Cluster" });
  if (isExternal || spec.type === "ClusterIP") fill(spec, { internalTrafficPolicy: "Cluster" });
  if (spec.type === "LoadBalancer") fill(spec, { allocateLoadBalancerNodePorts: true });
};

const networkPolicy: Fill = object => {
  const spec = mapAt(object, "spec") ?? {};
  if (mapsAt(spec, "policyTypes").length > 0 || (Array.isArray(spec.policyTypes) && spec.policyTypes.length > 0))
    return;
  const egress = Array.isArray(spec.egress) && spec.egress.length > 0;
  spec.policyTypes = egress ? ["Ingress", "Egress"] : ["Ingress"];
};

const UP = [
  { type: "Pods", value: 4, periodSeconds: 15 },
  { type: "Percent", value: 100, periodSeconds: 15 },
];
const DOWN = [{ type: "Percent", value: 100, periodSeconds: 15 }];

export function fillAutoscaler(object: JsonObject): void {
  const spec = mapAt(object, "spec") ?? {};
  fill(spec, { minReplicas: 1 });
  if (mapsAt(spec, "metrics").length === 0)
    spec.metrics = [
      { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 80 } } },
    ];
  const behavior = mapAt(spec, "behavior");
  if (behavior === undefined) return;
  behavior.scaleUp = scalingRules(mapAt(behavior, "scaleUp"), UP, 0);
  behavior.scaleDown = scalingRules(mapAt(behavior, "scaleDown"), DOWN, undefined);
}

function scalingRules(
  given: JsonObject | undefined,
  policies: readonly JsonObject[],
  window: number | undefined,
): JsonObject {
  const rules: JsonObject = { ...given };
  fill(rules, { selectPolicy: "Max" });
  if (window !== undefined) fill(rules, { stabilizationWindowSeconds: window });
  if (mapsAt(rules, "policies").length === 0) rules.policies = policies.map(policy => ({ ...policy }));
  return rules;
}

export const serviceDefaults: readonly (readonly [string, Fill])[] = [
  ["/Service", service],
  ["networking.k8s.io/NetworkPolicy", networkPolicy],
  ["NetworkPolicyPort", object => fillZero(object, { protocol: "TCP" })],
  [
    "autoscaling/HorizontalPodAutoscaler",
    object => {
      if (object.apiVersion === "autoscaling/v1") fill(mapAt(object, "spec") ?? {}, { minReplicas: 1 });
      else fillAutoscaler(object);
    },
  ],
];
