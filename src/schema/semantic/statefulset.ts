// StatefulSet (pkg/apis/apps/validation ValidateStatefulSetSpec).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { isRefused, reportUnsupported, validateEnum, validateNonnegative } from "./checks.ts";
import { validateController, warnController } from "./controller-template.ts";
import { dropDataSource, validateClaimSpec, warnClaimSpec } from "./core/claim-spec.ts";
import { removeEntry } from "./fixes.ts";
import { formatErrors, quote } from "./format.ts";
import { intOrString } from "./intorstring.ts";
import { validateMetadata } from "./metadata.ts";
import { isDns1123Label } from "./names.ts";
import { integerOf, pathOf, textOf } from "./read.ts";
import { magnitudeOf, validateAtMost100Percent, validateIntOrPercent } from "./rolling-update.ts";
import { shown } from "./shown.ts";
import type { Cluster, Validator } from "./validator.ts";

const PARAMS = { ruleId: "rollout-params-invalid" };

/** MaxUnavailableStatefulSet: on in 1.35.0 to 1.35.3 only, and again from 1.37. */
const MAX_UNAVAILABLE_SINCE = 37;

/** Pods carry the label `controller-revision-hash: <name>-<hash>`, and a hash has up to 10 digits: 63 - 11. */
const LONGEST_NAME = 52;

export const validateStatefulSet: Validator = (object, cluster, problems) => {
  validateMetadata(object, { namespaced: true, name: "label" }, problems);
  const spec = object.get("spec");
  const claims = spec.get("volumeClaimTemplates").items();
  const rule = { kind: "StatefulSet", selectorRequired: true, selectorReportedTwice: true, claimTemplates: claims };
  validateEnum(spec.get("podManagementPolicy"), ["OrderedReady", "Parallel"], problems, { empty: "default" });
  validateUpdateStrategy(spec.get("updateStrategy"), cluster, problems);
  validateRetention(spec.get("persistentVolumeClaimRetentionPolicy"), problems);
  for (const key of ["replicas", "minReadySeconds"]) validateNonnegative(spec.get(key), problems);
  validateNonnegative(spec.get("ordinals", "start"), problems);
  if (textOf(spec.get("serviceName")) !== "")
    formatErrors(spec.get("serviceName"), "Service name", isDns1123Label, problems, { ruleId: "invalid-name" });
  const names = new Set<string>();
  for (const [index, claim] of claims.entries()) {
    validateClaimTemplate(claim, index, spec, names, problems);
    dropDataSource(claim.get("spec"), problems);
    validateClaimSpec(claim.get("spec"), cluster, problems);
  }
  validateController(spec, rule, cluster, problems);
  sayWhatPodsAreCalled(object, problems);
  warnController(object, spec.get("template"), cluster, problems, false);
  if (isRefused(problems)) return;
  for (const claim of claims) warnClaimSpec(claim.get("spec"), problems);
  warnHistory(spec.get("revisionHistoryLimit"), problems);
};

function validateUpdateStrategy(strategy: Field, cluster: Cluster, problems: Problems): void {
  const type = strategy.get("type");
  const value = textOf(type);
  const rolling = strategy.get("rollingUpdate");
  if (value === undefined) return;
  if (value === "OnDelete") {
    if (rolling.exists)
      problems.invalid(rolling, "rollingUpdate is only allowed for updateStrategy 'RollingUpdate'", {
        ...PARAMS,
        related: [{ field: type, message: 'the type is "OnDelete"' }],
        fixes: removeEntry(rolling, "remove rollingUpdate", "unsafe"),
      });
    return;
  }
  if (value !== "" && value !== "RollingUpdate") {
    reportUnsupported(type, value, ["RollingUpdate", "OnDelete"], problems, {
      ...PARAMS,
      serverField: pathOf(strategy),
      help: value === "Parallel" ? '"Parallel" is a podManagementPolicy' : "must be 'RollingUpdate' or 'OnDelete'",
    });
    return;
  }
  validateNonnegative(rolling.get("partition"), problems, PARAMS);
  validateMaxUnavailable(rolling.get("maxUnavailable"), cluster, problems);
}

function validateMaxUnavailable(maxUnavailable: Field, cluster: Cluster, problems: Problems): void {
  if (!maxUnavailable.exists) return;
  if (cluster.minor < MAX_UNAVAILABLE_SINCE) {
    problems.drops(
      maxUnavailable,
      `maxUnavailable ${shown(maxUnavailable)} of a StatefulSet is dropped without a word: the feature gate MaxUnavailableStatefulSet is off, and pods are replaced one at a time`,
      { ruleId: "statefulset-max-unavailable-gated" },
    );
    return;
  }
  validateIntOrPercent(maxUnavailable, problems, PARAMS);
  validateAtMost100Percent(maxUnavailable, problems, PARAMS);
  const value = intOrString(maxUnavailable);
  if (value !== undefined && magnitudeOf(value) === 0)
    problems.invalid(maxUnavailable, `maxUnavailable ${shown(maxUnavailable)} cannot be 0`, PARAMS);
}

function validateRetention(policy: Field, problems: Problems): void {
  for (const key of ["whenDeleted", "whenScaled"])
    validateEnum(policy.get(key), ["Retain", "Delete"], problems, { empty: "default" });
}

/** A claim template becomes a claim and a volume of that name in every pod. */
function validateClaimTemplate(claim: Field, index: number, spec: Field, names: Set<string>, problems: Problems): void {
  const name = claim.get("metadata", "name");
  const text = textOf(name);
  const volume = `${pathOf(spec)}.template.spec.volumes[${index}]`;
  if (text !== undefined && text !== "" && names.has(text))
    problems.invalid(name, `duplicate value ${quote(text)}: each claim template needs a name of its own`, {
      serverField: `${volume}.name`,
    });
  if (text !== undefined) names.add(text);
  if (text === "")
    problems.required(name, "required value: a claim template needs a name, by which the containers mount its volume", {
      serverField: `${volume}.name`,
      serverAlso: [`${volume}.persistentVolumeClaim.claimName`],
    });
  else
    formatErrors(name, "volume name", isDns1123Label, problems, {
      ruleId: "invalid-name",
      serverField: `${volume}.name`,
    });
}

/** What the API server accepts here and refuses when the controller makes the pods. */
function sayWhatPodsAreCalled(object: Field, problems: Problems): void {
  const name = object.get("metadata", "name");
  const text = textOf(name);
  if (text === undefined || isRefused(problems) || text.length <= LONGEST_NAME) return;
  problems.invalid(
    name,
    `name has ${text.length} characters: the pods' label controller-revision-hash is the name, a dash and up to 10 digits, and must be no more than 63 characters, so the controller cannot create the pods; use at most ${LONGEST_NAME}`,
    { ruleId: "invalid-name", server: undefined },
  );
}

function warnHistory(limit: Field, problems: Problems): void {
  const value = integerOf(limit);
  if (value === undefined || value >= 0) return;
  problems.warns(
    limit,
    `spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended (found ${value})`,
  );
}
