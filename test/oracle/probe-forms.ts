// The closed forms that messages quote, held against the ranges of the real kubelet.

import type { Step } from "../../src/rollout/app.ts";
import {
  type Bounds,
  killAfterFault,
  neverHealthyKill,
  notReadyAfterFault,
  readyAfterStart,
} from "../../src/rollout/arithmetic.ts";
import { type ContainerModel, type ProbeKind, podModel } from "../../src/rollout/podspec.ts";
import type { Row } from "./probes.ts";

export interface Form {
  readonly key: string;
  readonly bounds: Bounds;
}

/** The closed forms that speak about a row: one container, and an application that breaks or never answers. */
export function formsOf(row: Row): Form[] {
  const model = podModel(row.podSpec);
  const container = model.containers[0];
  if (container === undefined || model.containers.length > 1 || model.init.length > 0) return [];
  // A young kubelet's workers sleep first, and a slow hook keeps the container from being seen.
  if (row.kubeletUptime !== undefined && row.kubeletUptime < 100) return [];
  if (container.postStart !== undefined || row.deleteAt !== undefined) return [];
  const run = row.apps?.[container.name]?.runs?.[0];
  if (run?.exitAt !== undefined) return [];
  const steps = run?.default ?? [];
  return [...killForms(container, steps), ...readyForms(container, steps)];
}

const attempt = (step: Step, timeoutSeconds: number) => (step.do === "hang" ? timeoutSeconds : 0);

function only(container: ContainerModel, kind: ProbeKind): boolean {
  return Object.keys(container.probes).join() === kind;
}

function shifted({ earliest, latest }: Bounds, by: number): Bounds {
  return { earliest: earliest + by, latest: latest + by };
}

function killForms(container: ContainerModel, steps: readonly Step[]): Form[] {
  const kind = container.probes.startup === undefined ? "liveness" : "startup";
  const probe = container.probes[kind]?.timing;
  const [first, second, ...more] = steps;
  if (probe === undefined || first === undefined || more.length > 0) return [];
  if (first.do !== "ok" && (second === undefined || second.at > 600)) {
    return [{ key: "kill1", bounds: neverHealthyKill(probe, attempt(first, probe.timeoutSeconds)) }];
  }
  const isSteady = second !== undefined && second.at > probe.initialDelaySeconds + probe.periodSeconds + 1;
  if (first.do !== "ok" || !isSteady || second.do === "ok" || kind === "startup") return [];
  return [{ key: "kill1", bounds: shifted(killAfterFault(probe, attempt(second, probe.timeoutSeconds)), second.at) }];
}

function readyForms(container: ContainerModel, steps: readonly Step[]): Form[] {
  const probe = container.probes.readiness;
  const [first, second] = steps;
  if (probe === undefined || !only(container, "readiness") || first?.do !== "ok" || !probe.isResolvable) return [];
  const forms: Form[] = [{ key: "ready1", bounds: readyAfterStart(probe.timing) }];
  const length = (steps[2]?.at ?? Number.POSITIVE_INFINITY) - (second?.at ?? 0);
  const gone =
    second === undefined ? undefined : notReadyAfterFault(probe.timing, attempt(second, probe.timing.timeoutSeconds));
  // A short outage can pass between two attempts.
  if (second !== undefined && gone !== undefined && length > gone.latest) {
    forms.push({ key: "notReady1", bounds: shifted(gone, second.at) });
  }
  return forms;
}
