// RuntimeClass (pkg/apis/node/validation).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { formatErrors } from "./format.ts";
import { validateLabels, validateMetadata } from "./metadata.ts";
import { isDns1123Label } from "./names.ts";
import { validateOverhead } from "./pod/resources.ts";
import { validateTolerations } from "./pod/scheduling.ts";
import { inVersions } from "./served.ts";
import type { Cluster, Validators } from "./validator.ts";

function validateRuntimeClass(object: Field, cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  formatErrors(object.get("handler"), "handler name", isDns1123Label, problems);
  validatePodOverhead(object.get("overhead", "podFixed"), problems);
  const scheduling = object.get("scheduling");
  validateLabels(scheduling.get("nodeSelector"), problems);
  validateTolerations(scheduling.get("tolerations"), { problems, minor: cluster.minor });
}

/** The server checks the overhead as limits of a container called "overhead". */
function validatePodOverhead(overhead: Field, problems: Problems): void {
  const before = problems.list.length;
  validateOverhead(overhead, problems);
  for (const problem of problems.list.splice(before)) {
    const serverField = problem.serverField?.replace("overhead.podFixed.limits", "overhead.limits");
    problems.list.push(serverField === undefined ? problem : { ...problem, serverField });
  }
}

export const validators: Validators = { "node.k8s.io/RuntimeClass": inVersions(["v1"], validateRuntimeClass) };
