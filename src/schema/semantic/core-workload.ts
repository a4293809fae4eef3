// ReplicationController (pkg/apis/core/validation ValidateReplicationControllerSpec).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { validateNonnegative } from "./checks.ts";
import {
  contextOf,
  templateProblems,
  validateAlwaysRestarts,
  validatePairs,
  warnController,
} from "./controller-template.ts";
import { validateMetadata } from "./metadata.ts";
import { pathOf } from "./read.ts";
import type { Cluster, Validators } from "./validator.ts";

function validateReplicationController(object: Field, cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const spec = object.get("spec");
  const selector = spec.get("selector");
  const template = spec.get("template");
  const labels = template.get("metadata", "labels");
  for (const key of ["minReadySeconds", "replicas"]) validateNonnegative(spec.get(key), problems);
  const selects = selector.entries().length > 0;
  if (!template.exists)
    problems.required(
      template,
      `"${pathOf(template)}" is required: without it the ReplicationController has no pods to make`,
      {
        ruleId: "incomplete-workload",
        ...(selects ? {} : { serverAlso: [pathOf(selector)] }),
      },
    );
  // Without a selector the template's labels are it.
  else if (!selects && labels.entries().length === 0)
    problems.required(
      selector,
      "required value: the selector is empty, and there are no template labels to take its place",
      {
        ruleId: "incomplete-workload",
      },
    );
  if (!template.exists) return;
  if (selects) validatePairs(selector, template, problems);
  problems.list.push(...templateProblems(template, contextOf({}, cluster)));
  validateAlwaysRestarts(template, "ReplicationController", problems);
  warnController(object, template, cluster, problems);
}

export const validators: Validators = { "/ReplicationController": validateReplicationController };
