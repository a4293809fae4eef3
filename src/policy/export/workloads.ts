// Rules about an object as a whole.

import { KNOWN } from "../../../rules/readiness-gate-without-controller.ts";
import { pattern } from "./cel.ts";
import type { Family } from "./exported.ts";

const onDelete = "object.spec.?updateStrategy.?type.orValue('RollingUpdate') == 'OnDelete'";

export const workloadRules: Family = {
  "daemonset-ondelete": () => ({ about: "daemonsets", object: onDelete }),
  "deployment-paused": () => ({ about: "deployments", object: "object.spec.?paused.orValue(false)" }),
  "grace-period-long": ({ seconds }) => ({
    about: "serving",
    object: `variables.pod.?terminationGracePeriodSeconds.orValue(30) >= ${seconds}`,
  }),
  "pdb-unhealthy-policy": (_, minor) =>
    minor < 27 ? undefined : { about: "budgets", object: "!has(object.spec.unhealthyPodEvictionPolicy)" },
  "readiness-gate-without-controller": ({ conditionTypes }) => {
    const known = `[${(Array.isArray(conditionTypes) ? conditionTypes : []).map(text => JSON.stringify(text)).join(", ")}]`;
    return {
      about: "pods",
      object: `variables.pod.?readinessGates.orValue([]).exists(gate, !gate.conditionType.matches(${pattern(KNOWN)}) && !(gate.conditionType in ${known}))`,
    };
  },
  "recreate-strategy": () => ({
    about: "deployments",
    object: "object.spec.?strategy.?type.orValue('RollingUpdate') == 'Recreate'",
  }),
  "replicaset-direct": () => ({ about: "replicasets", object: "true" }),
  "revision-history-zero": () => ({ about: "rollouts", object: "object.spec.?revisionHistoryLimit.orValue(10) == 0" }),
  "statefulset-ondelete": () => ({ about: "statefulsets", object: onDelete }),
};
