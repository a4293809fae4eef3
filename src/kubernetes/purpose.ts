// Objects that are no part of what serves: nothing is missing in them.

import type { Workload } from "./workload.ts";

/** Run by Helm around an installation or as a test, and gone afterwards. */
export function isHelmHook(workload: Workload): boolean {
  return workload.annotation("helm.sh/hook") !== undefined;
}

/** Pods that run for ever, and for their own sake: what a rule about something missing may look at. */
export function isExpectedToServe(workload: Workload): boolean {
  return workload.isLongRunning && !isHelmHook(workload);
}
