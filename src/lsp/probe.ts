// A probe under the cursor: its numbers with the defaults applied, and what the kubelet makes of them.

import type { Field } from "../field.ts";
import type { Probe, Timing } from "../kubernetes/probe.ts";
import { originOf } from "../load.ts";
import {
  type Bounds,
  guaranteedStartupBudget,
  killAfterFault,
  neverHealthyKill,
  notReadyAfterFault,
  readyAfterStart,
} from "../rollout/arithmetic.ts";
import { startupBudgetText } from "../rollout/probe-text.ts";
import type { Linted } from "./project.ts";

export interface ProbePage {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
  /** Offsets of what the cursor is on. */
  readonly start: number;
  readonly end: number;
}

type Entry = NonNullable<Field["entry"]>;

/** For the key of a probe, and the keys and values of its numbers. */
export function probeAt(file: string, offset: number, { result }: Linted): ProbePage | undefined {
  for (const { workloads } of result.graphs) {
    for (const { resource, containers } of workloads) {
      if (resource.file !== file) continue;
      for (const container of containers) {
        for (const probe of container.probes) {
          const entry = entryAt(probe, offset);
          if (entry === undefined || originOf(probe.field)?.file.source.path !== file) continue;
          const { timing } = probe;
          if (timing === undefined) continue;
          const title = `${probe.type} of container "${container.name}", in seconds`;
          return { title, rows: rowsOf(probe, timing), ...entry };
        }
      }
    }
  }
  return undefined;
}

function entryAt({ field }: Probe, offset: number): { start: number; end: number } | undefined {
  const numbers = field.entries().filter(({ key }) => /Seconds$|Threshold$/.test(String(key)));
  const places = [
    ...(field.entry === undefined ? [] : [keyPlace(field.entry)]),
    ...numbers.flatMap(({ entry }) => (entry === undefined ? [] : [{ start: entry.key.start, end: entry.value.end }])),
  ];
  return places.find(({ start, end }) => start <= offset && offset <= end);
}

function keyPlace({ key }: Entry): { start: number; end: number } {
  return { start: key.start, end: key.end };
}

function rowsOf(probe: Probe, timing: Timing): [string, string][] {
  const numbers = Object.entries(timing).map(([name, value]): [string, string] => [
    name,
    probe.field.get(name).exists ? String(value) : `${value} (default)`,
  ]);
  return [...numbers, ...(probe.type === "readinessProbe" ? readinessRows(timing) : killerRows(probe, timing))];
}

function readinessRows(timing: Timing): [string, string][] {
  return [
    ["healthy from its start, ready after", between(readyAfterStart(timing))],
    ["refuses connections, not ready after", between(notReadyAfterFault(timing))],
    ["hangs, not ready after", between(notReadyAfterFault(timing, timing.timeoutSeconds))],
  ];
}

function killerRows({ type }: Probe, timing: Timing): [string, string][] {
  const budget = Math.max(guaranteedStartupBudget(timing), 0);
  const start: [string, string] = ["time to start that is never cut short", `${budget} = ${startupBudgetText(timing)}`];
  const never: [string, string] = ["never answers, killed after", between(neverHealthyKill(timing))];
  if (type === "startupProbe") return [start, never];
  return [
    start,
    never,
    ["refuses connections, killed after", between(killAfterFault(timing))],
    ["hangs, killed after", between(killAfterFault(timing, timing.timeoutSeconds))],
  ];
}

function between({ earliest, latest }: Bounds): string {
  return earliest === latest ? String(earliest) : `${earliest} to ${latest}`;
}
