// Every rule, one line each, sorted.

import type { AnyRule } from "../src/rule.ts";
import livenessEqualsReadiness from "./liveness-equals-readiness.ts";
import livenessFailureThresholdOne from "./liveness-failure-threshold-one.ts";
import livenessKillsSlowStart from "./liveness-kills-slow-start.ts";
import livenessProbeMissing from "./liveness-probe-missing.ts";
import livenessRacesReadiness from "./liveness-races-readiness.ts";
import livenessTooAggressive from "./liveness-too-aggressive.ts";
import probeNamedPortUnresolved from "./probe-named-port-unresolved.ts";
import probePortUndeclared from "./probe-port-undeclared.ts";
import probeTimeoutExceedsPeriod from "./probe-timeout-exceeds-period.ts";
import probeZeroDefaulted from "./probe-zero-defaulted.ts";
import readinessFailureThresholdOne from "./readiness-failure-threshold-one.ts";
import readinessInitialDelayLarge from "./readiness-initial-delay-large.ts";
import readinessProbeMissing from "./readiness-probe-missing.ts";
import startupBudgetTooSmall from "./startup-budget-too-small.ts";
import startupProbeMissing from "./startup-probe-missing.ts";

export const rules: readonly AnyRule[] = [
  livenessEqualsReadiness,
  livenessFailureThresholdOne,
  livenessKillsSlowStart,
  livenessProbeMissing,
  livenessRacesReadiness,
  livenessTooAggressive,
  probeNamedPortUnresolved,
  probePortUndeclared,
  probeTimeoutExceedsPeriod,
  probeZeroDefaulted,
  readinessFailureThresholdOne,
  readinessInitialDelayLarge,
  readinessProbeMissing,
  startupBudgetTooSmall,
  startupProbeMissing,
];
