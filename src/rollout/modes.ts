// The four ways to ask for one timeline of a pod.

import { IDEAL, type Phase, seededPhase } from "./phase.ts";
import { type PodInput, simulatePod } from "./pod.ts";
import { podModel } from "./podspec.ts";
import { type Order, type PodRange, podRange } from "./range.ts";
import type { PodTimeline } from "./timeline.ts";

/** ideal: as the documentation tells it. kubelet: one phase, drawn by the seed. best, worst: the earliest and the latest occurrence of a key. */
export type Mode = "ideal" | "kubelet" | "best" | "worst";

export interface ModeOptions {
  /** For `kubelet`. */
  readonly seed?: number;
  /** For `best` and `worst`: a key of a range, as `ready1` or `kill1`. Absent: the first of these that happens at all. */
  readonly key?: string;
  readonly order?: Order;
}

const DEFAULT_KEYS = ["kill1", "ready1", "started"];

export function simulateMode(input: PodInput, mode: Mode, options: ModeOptions = {}): PodTimeline {
  return simulatePod(input, phaseFor(input, mode, options));
}

export function phaseFor(input: PodInput, mode: Mode, options: ModeOptions = {}): Phase {
  if (mode === "ideal") return IDEAL;
  const drawn = seededPhase(options.seed ?? 1, longestPeriod(input));
  if (mode === "kubelet") return drawn;
  const range: PodRange = podRange(input, options.order);
  const keys = options.key === undefined ? DEFAULT_KEYS : [options.key];
  const spread = keys.map(key => range.get(key)).find(found => found !== undefined);
  if (spread === undefined) return drawn;
  return mode === "best" ? spread.earliestPhase : spread.latestPhase;
}

function longestPeriod(input: PodInput): number {
  const model = podModel(input.podSpec);
  const probes = [...model.containers, ...model.init].flatMap(container => Object.values(container.probes));
  return Math.max(1, ...probes.map(({ timing }) => timing.periodSeconds));
}
