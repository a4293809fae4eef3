// The same object in another version of its API, as matchPolicy: Equivalent asks for. Of the versions served by default only those of
// HorizontalPodAutoscaler differ in their fields (pkg/apis/autoscaling/v1/conversion.go).

import type { Json, JsonObject } from "./defaults.ts";
import { fillAutoscaler } from "./defaults-service.ts";
import { mapAt, mapsAt } from "./fill.ts";

export function equivalentVersions(group: string, kind: string, version: string): readonly string[] {
  if (group !== "autoscaling" || kind !== "HorizontalPodAutoscaler") return [];
  return ["v1", "v2"].filter(other => other !== version);
}

export function inVersion(object: JsonObject, version: string): JsonObject {
  if (object.apiVersion === `autoscaling/${version}` || !String(object.apiVersion).startsWith("autoscaling/"))
    return object;
  const spec: JsonObject = { ...mapAt(object, "spec") };
  if (version === "v2") {
    const target = spec.targetCPUUtilizationPercentage;
    delete spec.targetCPUUtilizationPercentage;
    if (target !== undefined) spec.metrics = [cpuMetric(target)];
    const converted: JsonObject = { ...object, apiVersion: "autoscaling/v2", spec };
    fillAutoscaler(converted);
    return converted;
  }
  const metrics = mapsAt(spec, "metrics");
  const cpu = metrics.find(metric => mapAt(metric, "resource")?.name === "cpu");
  const utilization = mapAt(mapAt(cpu ?? {}, "resource") ?? {}, "target")?.averageUtilization;
  delete spec.metrics;
  delete spec.behavior;
  if (utilization !== undefined) spec.targetCPUUtilizationPercentage = utilization;
  return { ...object, apiVersion: "autoscaling/v1", spec };
}

function cpuMetric(target: Json): JsonObject {
  return { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: target } } };
}
