// Deployment, DaemonSet, ReplicaSet and ControllerRevision (pkg/apis/apps/validation, pkg/apis/apps/v1 defaults).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { reportUnsupported, validateNonnegative } from "./checks.ts";
import { validateController, warnController } from "./controller-template.ts";
import { removeEntry } from "./fixes.ts";
import { validateMetadata } from "./metadata.ts";
import { integerOf, pathOf, textOf } from "./read.ts";
import {
  alsoPair,
  compareMagnitudes,
  describeValue,
  type RollingUpdateFields,
  validateAtMost100Percent,
  validateIntOrPercent,
} from "./rolling-update.ts";
import { inVersions } from "./served.ts";
import { validateStatefulSet } from "./statefulset.ts";
import type { Cluster, Validators } from "./validator.ts";

const PARAMS = { ruleId: "rollout-params-invalid" };
const PROGRESS_DEADLINE = 600;

function validateDeployment(object: Field, cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const spec = object.get("spec");
  const rule = { kind: "Deployment", selectorRequired: true, selectorReportedTwice: true };
  validateNonnegative(spec.get("replicas"), problems);
  validateController(spec, rule, cluster, problems);
  validateStrategy(spec.get("strategy"), problems);
  validateNonnegative(spec.get("minReadySeconds"), problems, PARAMS);
  validateNonnegative(spec.get("revisionHistoryLimit"), problems);
  validateDeadline(spec, problems);
  warnController(object, spec.get("template"), cluster, problems);
}

/** The deadline counts from the last progress, and a pod that must be ready for `minReadySeconds` makes none before. */
function validateDeadline(spec: Field, problems: Problems): void {
  const field = spec.get("progressDeadlineSeconds");
  const deadline = integerOf(field, PROGRESS_DEADLINE);
  const ready = integerOf(spec.get("minReadySeconds"));
  if (deadline === undefined || ready === undefined) return;
  if (!validateNonnegative(field, problems, PARAMS) || deadline > ready) return;
  const note = field.exists ? "" : " (default)";
  problems.invalid(
    field.exists ? field : spec.get("minReadySeconds"),
    `progressDeadlineSeconds ${deadline} s${note} is not more than minReadySeconds ${ready} s: must be greater than minReadySeconds`,
    {
      ...PARAMS,
      serverField: pathOf(field),
      related: [{ field: spec.get("minReadySeconds"), message: `minReadySeconds is ${ready} s` }],
    },
  );
}

/** Ways of rolling out that are made of labels and Services, and belong to no field of a Deployment. */
const PATTERNS: Readonly<Record<string, string>> = {
  bluegreen: "blue/green is two Deployments and a Service whose selector is switched from one to the other",
  canary: "a canary is a second, smaller Deployment whose pods carry the labels that the Service selects",
};

function validateStrategy(strategy: Field, problems: Problems): void {
  const type = strategy.get("type");
  const value = textOf(type);
  const rolling = strategy.get("rollingUpdate");
  if (value === undefined) return;
  if (value === "Recreate") {
    if (rolling.exists)
      problems.invalid(rolling, "rollingUpdate may not be specified when strategy `type` is 'Recreate'", {
        ...PARAMS,
        related: [{ field: type, message: 'the type is "Recreate"' }],
        fixes: removeEntry(rolling, "remove rollingUpdate", "unsafe"),
      });
    return;
  }
  if (value !== "" && value !== "RollingUpdate") {
    const help =
      PATTERNS[value.toLowerCase().replace(/[^a-z]/g, "")] ?? elsewhere(value, "a DaemonSet or a StatefulSet");
    reportUnsupported(type, value, ["Recreate", "RollingUpdate"], problems, {
      ...PARAMS,
      serverField: pathOf(strategy),
      ...(help === undefined ? {} : { help }),
    });
    return;
  }
  validateDeploymentRollingUpdate(rolling, problems);
}

function elsewhere(value: string, owners: string): string | undefined {
  return value === "OnDelete" ? `"OnDelete" is an update strategy of ${owners}` : undefined;
}

function rollingFields(
  rolling: Field,
  maxUnavailable: number | string,
  maxSurge: number | string,
): RollingUpdateFields {
  const asIntOrString = (value: number | string) =>
    typeof value === "number" ? ({ kind: "int", value } as const) : ({ kind: "string", value } as const);
  return {
    maxUnavailable: rolling.get("maxUnavailable"),
    maxSurge: rolling.get("maxSurge"),
    defaults: { maxUnavailable: asIntOrString(maxUnavailable), maxSurge: asIntOrString(maxSurge) },
  };
}

function validateDeploymentRollingUpdate(rolling: Field, problems: Problems): void {
  const fields = rollingFields(rolling, "25%", "25%");
  const { maxUnavailable, maxSurge, defaults } = fields;
  const good = [maxUnavailable, maxSurge]
    .map(field => validateIntOrPercent(field, problems, { ...PARAMS, ...alsoPair(field, fields) }))
    .every(Boolean);
  validateAtMost100Percent(maxUnavailable, problems, PARAMS);
  const sizes = compareMagnitudes(fields);
  if (!good || sizes === undefined || sizes.surge !== 0 || sizes.unavailable !== 0) return;
  const place = maxUnavailable.exists ? maxUnavailable : maxSurge;
  problems.invalid(
    place,
    `${describeValue(maxUnavailable, defaults.maxUnavailable)} and ${describeValue(maxSurge, defaults.maxSurge)} leave the rollout no step: maxUnavailable may not be 0 when \`maxSurge\` is 0`,
    {
      ...PARAMS,
      serverField: pathOf(maxUnavailable),
      related: [{ field: maxSurge, message: describeValue(maxSurge, defaults.maxSurge) }],
    },
  );
}

function validateReplicaSet(object: Field, cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const spec = object.get("spec");
  const rule = { kind: "ReplicaSet", selectorRequired: true, selectorReportedTwice: true };
  validateNonnegative(spec.get("replicas"), problems);
  validateNonnegative(spec.get("minReadySeconds"), problems, PARAMS);
  validateController(spec, rule, cluster, problems);
  warnController(object, spec.get("template"), cluster, problems);
}

function validateDaemonSet(object: Field, cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const spec = object.get("spec");
  const rule = { kind: "DaemonSet", selectorRequired: false, selectorReportedTwice: false };
  validateController(spec, rule, cluster, problems);
  validateNonnegative(spec.get("minReadySeconds"), problems, PARAMS);
  validateNonnegative(spec.get("revisionHistoryLimit"), problems);
  validateUpdateStrategy(spec.get("updateStrategy"), problems);
  warnController(object, spec.get("template"), cluster, problems, false);
}

function validateUpdateStrategy(strategy: Field, problems: Problems): void {
  const type = strategy.get("type");
  const value = textOf(type);
  if (value === undefined || value === "OnDelete") return;
  if (value !== "" && value !== "RollingUpdate") {
    const help = PATTERNS[value.toLowerCase().replace(/[^a-z]/g, "")];
    reportUnsupported(type, value, ["RollingUpdate", "OnDelete"], problems, {
      ...PARAMS,
      serverField: pathOf(strategy),
      ...(value === "Recreate"
        ? { help: '"Recreate" is a strategy of Deployments' }
        : help === undefined
          ? {}
          : { help }),
    });
    return;
  }
  validateDaemonSetRollingUpdate(strategy.get("rollingUpdate"), problems);
}

/** Exactly one of the two must not be 0: a node cannot have both an old and a new pod and no pod at all. */
function validateDaemonSetRollingUpdate(rolling: Field, problems: Problems): void {
  const fields = rollingFields(rolling, 1, 0);
  const { maxUnavailable, maxSurge, defaults } = fields;
  const both = [maxUnavailable, maxSurge];
  const good = both.map(field => validateIntOrPercent(field, problems, { ...PARAMS, ...alsoPair(field, fields) }));
  for (const field of both) validateAtMost100Percent(field, problems, PARAMS);
  const sizes = compareMagnitudes(fields);
  if (sizes === undefined || good.includes(false)) return;
  const said = `${describeValue(maxUnavailable, defaults.maxUnavailable)} and ${describeValue(maxSurge, defaults.maxSurge)}`;
  if (sizes.unavailable !== 0 && sizes.surge !== 0)
    problems.invalid(maxSurge, `${said}: maxSurge may not be set when maxUnavailable is non-zero`, {
      ...PARAMS,
      help: maxUnavailable.exists ? "set one of the two to 0" : "set maxUnavailable: 0, which is 1 by default",
    });
  if (sizes.unavailable === 0 && sizes.surge === 0)
    problems.required(
      maxUnavailable,
      `${said} leave the rollout no step: maxUnavailable cannot be 0 when maxSurge is 0`,
      PARAMS,
    );
}

function validateControllerRevision(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  if (!object.get("data").exists) problems.required(object.get("data"), "required value: data is mandatory");
  validateNonnegative(object.get("revision"), problems);
}

export const validators: Validators = {
  "apps/Deployment": inVersions(["v1"], validateDeployment),
  "apps/StatefulSet": inVersions(["v1"], validateStatefulSet),
  "apps/DaemonSet": inVersions(["v1"], validateDaemonSet),
  "apps/ReplicaSet": inVersions(["v1"], validateReplicaSet),
  "apps/ControllerRevision": inVersions(["v1"], validateControllerRevision),
};
