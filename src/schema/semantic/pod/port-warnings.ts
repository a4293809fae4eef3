// Ports that collide without being refused.

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { integerOf, isTrue, pathOf, rawTextOf } from "../read.ts";
import { hostPortOf } from "./ports.ts";
import { isSidecar, type PodContext } from "./scope.ts";

interface Seen {
  readonly field: Field;
  readonly hostIp: string;
  readonly hostPort: number;
}

/** Duplicate port names are warned of since this minor. */
const PORT_NAMES_SINCE = 33;

export function warnPorts(spec: Field, containers: readonly Field[], context: PodContext, problems: Problems): void {
  const hostNetwork = context.podKind === "Pod" && isTrue(spec.get("hostNetwork"));
  const byPort = new Map<string, Seen[]>();
  for (const container of containers)
    for (const port of container.get("ports").items()) {
      const hostIp = rawTextOf(port.get("hostIP")) ?? "";
      const hostPort = hostPortOf(port, hostNetwork) ?? 0;
      if (hostIp !== "" && hostPort === 0)
        problems.warns(port.get("hostIP"), `hostIP set without hostPort: "${hostIp}" has no effect`, {
          serverField: pathOf(port),
        });
      const protocol = rawTextOf(port.get("protocol")) || "TCP";
      const key = `${integerOf(port.get("containerPort"))}/${protocol}`;
      const others = byPort.get(key) ?? [];
      const seen = { field: port, hostIp, hostPort };
      // One warning for each earlier port, like the server; many equal ports would make that quadratic, so only the first few count.
      for (const other of others.slice(0, MOST_OTHERS)) compare(seen, other, problems);
      byPort.set(key, [...others, seen].slice(0, MOST_OTHERS));
    }
  if (context.cluster.minor >= PORT_NAMES_SINCE) warnNames(containers, problems);
}

const MOST_OTHERS = 8;

function compare(port: Seen, other: Seen, problems: Problems): void {
  const same = port.hostIp === other.hostIp && port.hostPort === other.hostPort;
  const ambiguous = port.hostPort === other.hostPort && (port.hostIp === "") !== (other.hostIp === "");
  const what = same
    ? "duplicate port definition"
    : port.hostPort === 0 || other.hostPort === 0
      ? "overlapping port definition"
      : ambiguous
        ? "dangerously ambiguous port definition"
        : undefined;
  if (what === undefined) return;
  problems.warns(port.field.get("containerPort"), `${what} with ${pathOf(other.field)}`, {
    serverField: pathOf(port.field),
    related: [{ field: other.field.get("containerPort"), message: "the other port" }],
  });
}

function warnNames(containers: readonly Field[], problems: Problems): void {
  const names = new Map<string, Field>();
  for (const container of containers) {
    if (container.parent?.key === "initContainers" && !isSidecar(container)) continue;
    for (const port of container.get("ports").items()) {
      const field = port.get("name");
      const name = rawTextOf(field);
      if (name === undefined || name === "") continue;
      const first = names.get(name);
      if (first === undefined) {
        names.set(name, port);
        continue;
      }
      const where = pathOf(first);
      problems.warns(
        field,
        `duplicate port name "${name}" with ${where}, services and probes that select ports by name will use ${where}`,
        {
          serverField: pathOf(port),
          related: [{ field: first.get("name"), message: "the port that is used" }],
        },
      );
    }
  }
}
