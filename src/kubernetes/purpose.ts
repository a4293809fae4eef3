// What a workload is for, and where it runs, as far as rules must know to keep quiet.

import type { Workload } from "./workload.ts";

/** Run by Helm around an installation or as a test, and gone afterwards. */
export function isHelmHook(workload: Workload): boolean {
  return workload.annotation("helm.sh/hook") !== undefined;
}

/** Pods that run for ever, and for their own sake: what a rule about something missing may look at. */
export function isExpectedToServe(workload: Workload): boolean {
  return workload.isLongRunning && !isHelmHook(workload);
}

/** There, the words of a command are joined to one line again, and no POSIX shell is at hand. */
export function runsOnWindows({ podSpec }: Workload): boolean {
  const os = podSpec.get("os", "name").scalar ?? podSpec.get("nodeSelector", "kubernetes.io/os").scalar;
  return os === "windows";
}
