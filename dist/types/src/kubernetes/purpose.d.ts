import type { Workload } from "./workload.ts";
/** Run by Helm around an installation or as a test, and gone afterwards. */
export declare function isHelmHook(workload: Workload): boolean;
/** Pods that run for ever, and for their own sake: what a rule about something missing may look at. */
export declare function isExpectedToServe(workload: Workload): boolean;
/** There, the words of a command are joined to one line again, and no POSIX shell is at hand. */
export declare function runsOnWindows({ podSpec }: Workload): boolean;
