// The arithmetic of a probe as messages show it, and probes that fixes write.

import type { Probe, Timing } from "../kubernetes/probe.ts";
import { guaranteedStartupBudget } from "./arithmetic.ts";

/** `120 - 1 + (3 - 1) x 10`: the terms of guaranteedStartupBudget. */
export function startupBudgetText(timing: Timing): string {
  const { initialDelaySeconds: delay, periodSeconds, failureThreshold } = timing;
  const run = `(${failureThreshold} - 1) x ${periodSeconds}`;
  return delay > 1 ? `${delay} - 1 + ${run}` : run;
}

/** `(3 - 1) x 10 + 2`: the terms of failureRun with attempts that hang until their timeout. */
export function failureRunText({ periodSeconds, timeoutSeconds, failureThreshold }: Timing, attempt: number): string {
  const run = `(${failureThreshold} - 1) x ${Math.max(periodSeconds, Math.min(attempt, timeoutSeconds))}`;
  return attempt === 0 ? run : `${run} + ${attempt}`;
}

const STARTUP_PERIOD_SECONDS = 10;

/** A startupProbe with the probe's handler that gives a start of `seconds` time in every phase; undefined without a handler. */
export function startupProbeLike(probe: Probe, seconds: number): Readonly<Record<string, unknown>> | undefined {
  const handler = probe.handler;
  const timing = probe.timing;
  if (handler === undefined || timing === undefined) return undefined;
  const startup: Timing = { ...timing, initialDelaySeconds: 0, periodSeconds: STARTUP_PERIOD_SECONDS };
  let failureThreshold = Math.ceil(seconds / STARTUP_PERIOD_SECONDS) + 1;
  while (guaranteedStartupBudget({ ...startup, failureThreshold }) < seconds) failureThreshold++;
  return {
    [handler.kind]: handler.field.toValue(),
    ...(timing.timeoutSeconds === 1 ? {} : { timeoutSeconds: timing.timeoutSeconds }),
    periodSeconds: STARTUP_PERIOD_SECONDS,
    failureThreshold,
  };
}
