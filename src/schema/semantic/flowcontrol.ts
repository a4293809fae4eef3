// FlowSchema and PriorityLevelConfiguration (pkg/apis/flowcontrol/validation).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { requireText, validateEnum, validateNonnegative } from "./checks.ts";
import { validateFlowRules } from "./flow-rules.ts";
import { formatErrors } from "./format.ts";
import { validateMetadata } from "./metadata.ts";
import { isDns1123Subdomain } from "./names.ts";
import { integerOf, textOf } from "./read.ts";
import { inVersions } from "./served.ts";
import type { Cluster, Validators } from "./validator.ts";

const HIGHEST_PRECEDENCE = 10_000;
const DEFAULT_PRECEDENCE = 1000;
const MOST_QUEUES = 10_000_000;
const MOST_BITS = 60;

function validateFlowSchema(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  const spec = object.get("spec");
  validatePrecedence(spec.get("matchingPrecedence"), textOf(object.get("metadata", "name")), problems);
  const distinguisher = spec.get("distinguisherMethod");
  if (distinguisher.exists)
    validateEnum(distinguisher.get("type"), ["ByNamespace", "ByUser"], problems, { empty: "unsupported" });
  const level = spec.get("priorityLevelConfiguration", "name");
  if (requireText(level, "must reference a priority level", problems))
    formatErrors(level, "priority level name", isDns1123Subdomain, problems);
  for (const rule of spec.get("rules").items()) validateFlowRules(rule, problems);
}

function validatePrecedence(field: Field, name: string | undefined, problems: Problems): void {
  const given = integerOf(field, DEFAULT_PRECEDENCE);
  const value = given === 0 ? DEFAULT_PRECEDENCE : given;
  if (value === undefined) return;
  if (value <= 0) problems.invalid(field, `matchingPrecedence ${value} must be a positive value`);
  if (value > HIGHEST_PRECEDENCE)
    problems.invalid(field, `matchingPrecedence ${value} must not be greater than ${HIGHEST_PRECEDENCE}`);
  if (value === 1 && name !== undefined && name !== "exempt")
    problems.invalid(field, "only the schema named 'exempt' may have matchingPrecedence 1");
}

function validateLevel(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  const spec = object.get("spec");
  const type = spec.get("type");
  const value = textOf(type);
  const name = textOf(object.get("metadata", "name"));
  const limited = spec.get("limited");
  const exempt = spec.get("exempt");
  if (value === undefined || name === undefined) return;
  if ((name === "exempt") !== (value === "Exempt"))
    problems.invalid(type, "type must be 'Exempt' if and only if `name` is 'exempt'");
  if (value === "Exempt") {
    if (limited.exists) problems.invalid(limited, "limited must be nil if the type is not Limited");
    for (const key of ["nominalConcurrencyShares", "lendablePercent"]) validateShare(exempt.get(key), key, problems);
  } else if (value === "Limited") {
    if (exempt.exists) problems.invalid(exempt, "exempt must be nil if the type is Limited");
    if (limited.exists) validateLimited(limited, problems);
    else problems.required(limited, "required value: limited must not be empty when type is Limited");
  } else if (name !== "exempt") validateEnum(type, ["Exempt", "Limited"], problems, { empty: "unsupported" });
}

function validateShare(field: Field, key: string, problems: Problems): void {
  const value = integerOf(field);
  if (!validateNonnegative(field, problems) || value === undefined) return;
  if (key === "lendablePercent" && value > 100)
    problems.invalid(field, `lendablePercent ${value} must be between 0 and 100, inclusive`);
}

function validateLimited(limited: Field, problems: Problems): void {
  validateShare(limited.get("nominalConcurrencyShares"), "nominalConcurrencyShares", problems);
  validateShare(limited.get("lendablePercent"), "lendablePercent", problems);
  const borrowing = limited.get("borrowingLimitPercent");
  validateNonnegative(borrowing, problems);
  const response = limited.get("limitResponse");
  const queuing = response.get("queuing");
  const type = textOf(response.get("type"));
  if (type === "Reject") {
    if (queuing.exists) problems.invalid(queuing, "queuing must be nil if limited.limitResponse.type is not Limited");
  } else if (type === "Queue") {
    if (queuing.exists) validateQueuing(queuing, problems);
    else
      problems.required(queuing, "required value: queuing must not be empty if limited.limitResponse.type is Limited");
  } else validateEnum(response.get("type"), ["Queue", "Reject"], problems, { empty: "unsupported" });
}

/** The defaults are 64 queues, hands of 8 and 50 waiting requests each. */
function validateQueuing(queuing: Field, problems: Problems): void {
  const read = (key: string, fallback: number) => integerOf(queuing.get(key), fallback) || fallback;
  const [length, queues, hand] = [read("queueLengthLimit", 50), read("queues", 64), read("handSize", 8)];
  if (length <= 0) problems.invalid(queuing.get("queueLengthLimit"), `queueLengthLimit ${length} must be positive`);
  if (queues <= 0) problems.invalid(queuing.get("queues"), `queues ${queues} must be positive`);
  else if (queues > MOST_QUEUES)
    problems.invalid(queuing.get("queues"), `queues ${queues} must not be greater than ${MOST_QUEUES}`);
  const field = queuing.get("handSize");
  if (hand <= 0) problems.invalid(field, `handSize ${hand} must be positive`);
  else if (hand > queues) problems.invalid(field, `handSize ${hand} should not be greater than queues (${queues})`);
  else if (Math.ceil(Math.log2(queues) * hand) > MOST_BITS)
    problems.invalid(
      field,
      `required entropy bits of deckSize ${queues} and handSize ${hand} should not be greater than ${MOST_BITS}`,
    );
}

const GROUP = "flowcontrol.apiserver.k8s.io";

export const validators: Validators = {
  [`${GROUP}/FlowSchema`]: inVersions(["v1", "v1beta3"], validateFlowSchema),
  [`${GROUP}/PriorityLevelConfiguration`]: inVersions(["v1", "v1beta3"], validateLevel),
};
