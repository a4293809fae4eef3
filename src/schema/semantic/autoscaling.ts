// HorizontalPodAutoscaler (pkg/apis/autoscaling/validation, pkg/registry/autoscaling/horizontalpodautoscaler).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { validateBehavior } from "./autoscaling-behavior.ts";
import { requireText, validateEnum } from "./checks.ts";
import { formatErrors, quote } from "./format.ts";
import { validateMetadata } from "./metadata.ts";
import { isPathSegmentName } from "./names.ts";
import { quantityOf } from "./quantity.ts";
import { integerOf, textOf } from "./read.ts";
import { inVersions } from "./served.ts";
import { shown } from "./shown.ts";
import type { Cluster, Validators } from "./validator.ts";

/** HPAScaleToZero is off. */
const LEAST_REPLICAS = 1;

function validateCommon(object: Field, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  validateReplicas(object.get("spec"), problems);
  validateReference(object.get("spec", "scaleTargetRef"), true, problems);
}

function validateAutoscaler(object: Field, _cluster: Cluster, problems: Problems): void {
  validateCommon(object, problems);
  const spec = object.get("spec");
  for (const metric of spec.get("metrics").items()) validateMetric(metric, problems);
  validateBehavior(spec.get("behavior"), problems);
}

/** v1 knows one metric, which becomes the first of the list. */
function validateV1(object: Field, _cluster: Cluster, problems: Problems): void {
  validateCommon(object, problems);
  const target = object.get("spec", "targetCPUUtilizationPercentage");
  const value = integerOf(target, 1);
  if (value !== undefined && value < 1)
    problems.invalid(target, `targetCPUUtilizationPercentage ${value} must be greater than 0`, {
      serverField: "spec.metrics[0].resource.target.averageUtilization",
    });
}

function validateReplicas(spec: Field, problems: Problems): void {
  const least = spec.get("minReplicas");
  const most = spec.get("maxReplicas");
  const min = integerOf(least, 1);
  const max = integerOf(most);
  if (min !== undefined && min < LEAST_REPLICAS)
    problems.invalid(least, `minReplicas ${min} must be greater than or equal to ${LEAST_REPLICAS}`, {
      ...(min === 0 ? { help: "scaling to zero needs the feature gate HPAScaleToZero, which is off" } : {}),
      ...(min === 0 && !canScaleFromZero(spec) ? { serverAlso: ["spec.metrics"] } : {}),
    });
  if (max === undefined) return;
  if (!most.exists)
    problems.required(most, "required value: maxReplicas is missing, which counts as 0 and must be greater than 0");
  else if (max < 1) problems.invalid(most, `maxReplicas ${max} must be greater than 0`);
  else if (min !== undefined && max < min)
    problems.invalid(
      most,
      `maxReplicas ${max} is less than minReplicas ${min}: must be greater than or equal to \`minReplicas\``,
      {
        related: [{ field: least, message: `minReplicas is ${min}` }],
      },
    );
}

/** Only metrics of other things than pods can tell that the first pod is needed. */
function canScaleFromZero(spec: Field): boolean {
  const types = spec
    .get("metrics")
    .items()
    .map(metric => textOf(metric.get("type")));
  return types.some(type => type === undefined || type === "Object" || type === "External");
}

/** CrossVersionObjectReference. Only described objects and ReplicationControllers may be of the core group. */
function validateReference(reference: Field, scaled: boolean, problems: Problems): void {
  for (const key of ["kind", "name"])
    if (
      requireText(reference.get(key), `the ${key} of the object that is ${scaled ? "scaled" : "described"}`, problems)
    )
      formatErrors(reference.get(key), key, isPathSegmentName, problems);
  const field = reference.get("apiVersion");
  const version = textOf(field);
  if (version === undefined) return;
  const parts = version.split("/");
  if (parts.length > 2) problems.invalid(field, `unexpected GroupVersion string: ${quote(version)}`);
  else if (
    scaled &&
    (parts.length < 2 || parts[0] === "") &&
    textOf(reference.get("kind")) !== "ReplicationController"
  ) {
    const kind = textOf(reference.get("kind"));
    const known = kind === "Deployment" || kind === "StatefulSet" || kind === "ReplicaSet";
    problems.invalid(
      field,
      `apiVersion ${quote(version)}: apiVersion must specify API group${known ? '; did you mean "apps/v1"?' : ""}`,
    );
  }
}

/** The sources in the server's order: the first one there is checked, any other is one too many. */
const SOURCES: readonly {
  readonly type: string;
  readonly key: string;
  readonly validate: (source: Field, problems: Problems) => void;
}[] = [
  { type: "Object", key: "object", validate: validateObjectSource },
  { type: "External", key: "external", validate: validateExternalSource },
  { type: "Pods", key: "pods", validate: validatePodsSource },
  { type: "Resource", key: "resource", validate: validateResourceSource },
  { type: "ContainerResource", key: "containerResource", validate: validateContainerSource },
];
const TYPES = SOURCES.map(({ type }) => type).sort();

function validateMetric(metric: Field, problems: Problems): void {
  const type = textOf(metric.get("type"));
  if (type === "")
    problems.required(
      metric.get("type"),
      `required value: must specify a metric source type: one of ${TYPES.map(quote).join(", ")}`,
      helpForType(metric),
    );
  else validateEnum(metric.get("type"), TYPES, problems);
  const present = SOURCES.filter(({ key }) => metric.get(key).exists);
  const [first] = present;
  first?.validate(metric.get(first.key), problems);
  const expected = SOURCES.find(source => source.type === type)?.key;
  if (expected !== undefined && !metric.get(expected).exists)
    problems.required(
      metric.get(expected),
      `required value: type is ${quote(type ?? "")}: must populate information for the given metric source`,
    );
  if (present.length < 2 && first?.key === expected) return;
  if (present.length === 1) return;
  for (const { key } of present)
    if (key !== expected)
      problems.invalid(metric.get(key), `type is ${quote(type ?? "")}: must populate the given metric source only`);
}

function helpForType(metric: Field): { help?: string } {
  const source = SOURCES.find(({ key }) => metric.get(key).exists);
  return source === undefined ? {} : { help: `"${source.key}" goes with type: ${source.type}` };
}

function has(target: Field, key: string): boolean {
  return target.get(key).exists;
}

function validateTarget(target: Field, problems: Problems): void {
  const type = target.get("type");
  const supported = ["Utilization", "Value", "AverageValue"];
  if (textOf(type) === "")
    problems.required(
      type,
      "required value: must specify a metric target type: must be either Utilization, Value, or AverageValue",
    );
  else validateEnum(type, supported, problems, { help: "must be either Utilization, Value, or AverageValue" });
  for (const key of ["value", "averageValue"]) {
    const quantity = quantityOf(target.get(key));
    if (quantity !== undefined && quantity <= 0n)
      problems.invalid(target.get(key), `${key} ${shown(target.get(key))} must be positive`);
  }
  const utilization = integerOf(target.get("averageUtilization"), 1);
  if (utilization !== undefined && utilization < 1)
    problems.invalid(target.get("averageUtilization"), `averageUtilization ${utilization} must be greater than 0`);
}

function validateIdentifier(metric: Field, problems: Problems): void {
  const name = metric.get("name");
  if (textOf(name) === "") problems.required(name, "required value: must specify a metric name");
  else formatErrors(name, "metric name", isPathSegmentName, problems);
}

function validateObjectSource(source: Field, problems: Problems): void {
  const target = source.get("target");
  validateReference(source.get("describedObject"), false, problems);
  validateIdentifier(source.get("metric"), problems);
  validateTarget(target, problems);
  if (!has(target, "value") && !has(target, "averageValue"))
    problems.required(target.get("averageValue"), "required value: must set either a target value or averageValue");
}

function validateExternalSource(source: Field, problems: Problems): void {
  const target = source.get("target");
  validateIdentifier(source.get("metric"), problems);
  validateTarget(target, problems);
  if (!has(target, "value") && !has(target, "averageValue"))
    problems.required(
      target.get("averageValue"),
      "required value: must set either a target value for metric or a per-pod target",
    );
  if (has(target, "value") && has(target, "averageValue"))
    problems.invalid(target.get("value"), "may not set both a target value for metric and a per-pod target");
}

function validatePodsSource(source: Field, problems: Problems): void {
  const target = source.get("target");
  validateIdentifier(source.get("metric"), problems);
  validateTarget(target, problems);
  if (!has(target, "averageValue"))
    problems.required(target.get("averageValue"), "required value: must specify a positive target averageValue");
}

function validateResourceSource(source: Field, problems: Problems): void {
  const target = source.get("target");
  if (textOf(source.get("name")) === "")
    problems.required(source.get("name"), "required value: must specify a resource name, such as cpu");
  validateTarget(target, problems);
  if (!has(target, "averageUtilization") && !has(target, "averageValue"))
    problems.required(
      target.get("averageUtilization"),
      "required value: must set either a target raw value or a target utilization",
    );
  if (has(target, "averageUtilization") && has(target, "averageValue"))
    problems.invalid(target.get("averageValue"), "may not set both a target raw value and a target utilization");
}

function validateContainerSource(source: Field, problems: Problems): void {
  if (textOf(source.get("container")) === "")
    problems.required(source.get("container"), "required value: must specify a container");
  validateResourceSource(source, problems);
}

export const validators: Validators = {
  "autoscaling/HorizontalPodAutoscaler": (object, cluster, problems) => {
    inVersions(["v1"], validateV1)(object, cluster, problems);
    inVersions(["v2", "v2beta2"], validateAutoscaler)(object, cluster, problems);
  },
};
