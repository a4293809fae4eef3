// Every rule, one line each, sorted.

import type { AnyRule } from "../src/rule.ts";
import delayRedundantWithStartup from "./delay-redundant-with-startup.ts";
import execProbeDefaultTimeout from "./exec-probe-default-timeout.ts";
import gracePeriodZero from "./grace-period-zero.ts";
import livenessEqualsReadiness from "./liveness-equals-readiness.ts";
import livenessFailureThresholdOne from "./liveness-failure-threshold-one.ts";
import livenessKillsSlowStart from "./liveness-kills-slow-start.ts";
import livenessProbeMissing from "./liveness-probe-missing.ts";
import livenessRacesReadiness from "./liveness-races-readiness.ts";
import livenessTooAggressive from "./liveness-too-aggressive.ts";
import livenessTooSlow from "./liveness-too-slow.ts";
import livenessWithRestartNever from "./liveness-with-restart-never.ts";
import multiContainerUnprobed from "./multi-container-unprobed.ts";
import prestopExceedsGrace from "./prestop-exceeds-grace.ts";
import probeDefaultNoise from "./probe-default-noise.ts";
import probeNamedPortUnresolved from "./probe-named-port-unresolved.ts";
import probeOnBatch from "./probe-on-batch.ts";
import probePortUndeclared from "./probe-port-undeclared.ts";
import probeTimeoutExceedsPeriod from "./probe-timeout-exceeds-period.ts";
import probeZeroDefaulted from "./probe-zero-defaulted.ts";
import readinessFailureThresholdOne from "./readiness-failure-threshold-one.ts";
import readinessInitialDelayLarge from "./readiness-initial-delay-large.ts";
import readinessInitialDelayRounded from "./readiness-initial-delay-rounded.ts";
import readinessProbeMissing from "./readiness-probe-missing.ts";
import readinessProbeMissingUnserved from "./readiness-probe-missing-unserved.ts";
import readinessSuccessThresholdSlow from "./readiness-success-threshold-slow.ts";
import readinessTooSlow from "./readiness-too-slow.ts";
import recreateStrategy from "./recreate-strategy.ts";
import rolloutFencepost from "./rollout-fencepost.ts";
import rolloutHalvesCapacity from "./rollout-halves-capacity.ts";
import rolloutZeroAvailable from "./rollout-zero-available.ts";
import sidecarStartupGateMissing from "./sidecar-startup-gate-missing.ts";
import startupBudgetExceedsProgressDeadline from "./startup-budget-exceeds-progress-deadline.ts";
import startupBudgetTooSmall from "./startup-budget-too-small.ts";
import startupProbeAlone from "./startup-probe-alone.ts";
import startupProbeMissing from "./startup-probe-missing.ts";

export const rules: readonly AnyRule[] = [
  delayRedundantWithStartup,
  execProbeDefaultTimeout,
  gracePeriodZero,
  livenessEqualsReadiness,
  livenessFailureThresholdOne,
  livenessKillsSlowStart,
  livenessProbeMissing,
  livenessRacesReadiness,
  livenessTooAggressive,
  livenessTooSlow,
  livenessWithRestartNever,
  multiContainerUnprobed,
  prestopExceedsGrace,
  probeDefaultNoise,
  probeNamedPortUnresolved,
  probeOnBatch,
  probePortUndeclared,
  probeTimeoutExceedsPeriod,
  probeZeroDefaulted,
  readinessFailureThresholdOne,
  readinessInitialDelayLarge,
  readinessInitialDelayRounded,
  readinessProbeMissing,
  readinessProbeMissingUnserved,
  readinessSuccessThresholdSlow,
  readinessTooSlow,
  recreateStrategy,
  rolloutFencepost,
  rolloutHalvesCapacity,
  rolloutZeroAvailable,
  sidecarStartupGateMissing,
  startupBudgetExceedsProgressDeadline,
  startupBudgetTooSmall,
  startupProbeAlone,
  startupProbeMissing,
];
