import type { Probe, Timing } from "../kubernetes/probe.ts";
/** `120 - 1 + (3 - 1) x 10`: the terms of guaranteedStartupBudget. */
export declare function startupBudgetText(timing: Timing): string;
/** `(3 - 1) x 10 + 2`: the terms of failureRun with attempts that hang until their timeout. */
export declare function failureRunText({ periodSeconds, timeoutSeconds, failureThreshold }: Timing, attempt: number): string;
/** A startupProbe with the probe's handler that gives a start of `seconds` time in every phase; undefined without a handler. */
export declare function startupProbeLike(probe: Probe, seconds: number): Readonly<Record<string, unknown>> | undefined;
