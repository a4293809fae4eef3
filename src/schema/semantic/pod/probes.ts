// Probes and lifecycle hooks (validateProbe, validateLivenessProbe, validateReadinessProbe, validateStartupProbe, validateLifecycle).

import type { Field } from "../../../field.ts";
import { validateNonnegative } from "../checks.ts";
import { removeEntry, replaceScalar } from "../fixes.ts";
import { integerOf, pathOf } from "../read.ts";
import { type HandlerRules, validateHandler } from "./handlers.ts";
import type { PodScope } from "./scope.ts";

export const PROBES = ["livenessProbe", "readinessProbe", "startupProbe"] as const;

const RULE = { ruleId: "probe-value-invalid" };
const PROBE_HANDLERS: HandlerRules = { kinds: ["exec", "httpGet", "tcpSocket", "grpc"], ruleId: "probe-value-invalid" };

/** PodLifecycleSleepAction defaults on, and its zero value, since these minors. */
const SLEEP_ALPHA = 29;
const SLEEP_ZERO_SINCE = 33;
/** ProbeTerminationGracePeriod defaults on since this minor: before it the field is dropped. */
const PROBE_GRACE_SINCE = 25;
/** ContainerStopSignals is off up to this minor. */
const STOP_SIGNAL_OFF_UNTIL = 35;

/** Whether a container may have probes and hooks is decided before. */
export function validateProbesAndHooks(container: Field, scope: PodScope): void {
  validateLifecycle(container.get("lifecycle"), scope);
  for (const name of PROBES) {
    const probe = container.get(name);
    if (probe.exists && !probe.isUnknown) validateProbe(probe, name, scope);
  }
}

function validateProbe(probe: Field, name: (typeof PROBES)[number], scope: PodScope): void {
  const { problems } = scope;
  validateHandler(probe, PROBE_HANDLERS, problems);
  for (const key of ["initialDelaySeconds", "timeoutSeconds", "periodSeconds", "failureThreshold"])
    validateNonnegative(probe.get(key), problems, RULE);
  const success = probe.get("successThreshold");
  if (name === "readinessProbe") validateNonnegative(success, problems, RULE);
  else validateSuccessThreshold(success, name, scope);
  validateProbeGrace(probe.get("terminationGracePeriodSeconds"), name, scope);
}

function validateSuccessThreshold(field: Field, name: string, scope: PodScope): void {
  const value = integerOf(field, 1);
  // The server replaces 0 by 1 before it looks.
  if (value === undefined || value === 0 || value === 1) return;
  const fixes = replaceScalar(field, "1", "write 1");
  const also = value < 0 ? "must be greater than or equal to 0; " : "";
  scope.problems.invalid(field, `successThreshold ${value} of a ${name}: ${also}must be 1`, {
    ...RULE,
    ...(fixes.length > 0 ? { fixes } : {}),
  });
}

function validateProbeGrace(field: Field, name: string, scope: PodScope): void {
  if (!field.exists || field.number === undefined) return;
  if (name === "readinessProbe") {
    const fixes = removeEntry(field, "remove terminationGracePeriodSeconds: a readiness probe ends nothing");
    scope.problems.invalid(
      field,
      `terminationGracePeriodSeconds ${field.number} must not be set for readinessProbes: a failed readiness probe never ends the container`,
      { ...RULE, ...(fixes.length > 0 ? { fixes } : {}) },
    );
  } else if (field.number <= 0 && scope.minor >= PROBE_GRACE_SINCE) {
    scope.problems.invalid(field, `terminationGracePeriodSeconds ${field.number} must be greater than 0`, RULE);
  }
}

function validateLifecycle(lifecycle: Field, scope: PodScope): void {
  if (!lifecycle.exists) return;
  dropStopSignal(lifecycle, scope);
  for (const name of ["postStart", "preStop"] as const) {
    const hook = lifecycle.get(name);
    if (!hook.exists) continue;
    const sleep = hook.get("sleep");
    if (scope.minor === SLEEP_ALPHA && sleep.exists) {
      scope.problems.drops(
        sleep,
        `${name}.sleep is dropped without a word by Kubernetes 1.29, where its feature gate is off; it is on since 1.30`,
        {
          ruleId: "prestop-sleep-unsupported",
          severity: "error",
        },
      );
      continue;
    }
    const rules: HandlerRules = {
      kinds: ["exec", "httpGet", "tcpSocket", "sleep"],
      sleep: action => validateSleep(action, name, scope),
    };
    validateHandler(hook, rules, scope.problems);
  }
}

function validateSleep(sleep: Field, hook: "postStart" | "preStop", scope: PodScope): void {
  const field = sleep.get("seconds");
  const seconds = integerOf(field);
  const grace = scope.graceSeconds;
  if (seconds === undefined || grace === undefined) return;
  const zeroAllowed = scope.minor >= SLEEP_ZERO_SINCE;
  if (seconds <= grace && (seconds > 0 || (seconds === 0 && zeroAllowed))) return;
  const serverField = pathOf(sleep);
  if (seconds === 0 && grace >= 0) {
    scope.problems.invalid(
      field,
      `${hook}.sleep of 0 s is accepted since 1.33 only: must be greater than 0 and less than terminationGracePeriodSeconds (${grace})`,
      {
        ruleId: "prestop-sleep-unsupported",
        serverField,
      },
    );
    return;
  }
  const origin = scope.spec.get("terminationGracePeriodSeconds").exists ? "" : ", the default,";
  const least = zeroAllowed ? "non-negative" : "greater than 0";
  scope.problems.invalid(
    field,
    `${hook} sleeps ${seconds} s but the pod has ${grace} s${origin} to end: must be ${least} and less than terminationGracePeriodSeconds (${grace})`,
    { ruleId: hook === "preStop" && seconds > grace ? "prestop-exceeds-grace" : "invalid-value", serverField },
  );
}

/** dropDisabledFields: ContainerStopSignals; a lifecycle that holds nothing else goes with it. */
function dropStopSignal(lifecycle: Field, scope: PodScope): void {
  const signal = lifecycle.get("stopSignal");
  if (!signal.exists || scope.minor > STOP_SIGNAL_OFF_UNTIL) return;
  const alone = !lifecycle.get("preStop").exists && !lifecycle.get("postStart").exists;
  scope.problems.drops(
    signal,
    `stopSignal "${signal.string ?? ""}" is dropped without a word: the feature gate ContainerStopSignals is off by default, so the container still gets the image's signal`,
    alone ? { serverField: pathOf(lifecycle) } : {},
  );
}
