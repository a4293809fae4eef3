// Events that happen inside containers — a file turns up, a path answers with another code — as the windows of container scripts.

import type { ContainerScript, FilePresence, HttpAnswer } from "./scenario.ts";

export type ScriptedEvent = { readonly at: number; readonly container: string; readonly path: string } & (
  | { readonly do: "file"; readonly exists: boolean }
  | { readonly do: "http"; readonly status: number }
);

export const EMPTY_SCRIPT: ContainerScript = {
  boot: undefined,
  fails: [],
  hangs: [],
  slow: [],
  http: [],
  files: [],
  exit: undefined,
  sigterm: undefined,
  acceptsAfterSigterm: undefined,
  preStop: undefined,
  postStart: undefined,
  lives: [],
};

/**
 * Container scripts with the events added, those of `*` to every one of them. A container without a script of its own gets one where `creates` says so.
 */
export function withScriptedEvents(
  containers: Readonly<Record<string, ContainerScript>>,
  events: readonly ScriptedEvent[],
  creates: boolean,
): Readonly<Record<string, ContainerScript>> {
  const named = events.map(({ container }) => container);
  const names = new Set([...Object.keys(containers), ...(creates ? named : [])]);
  const scripts = [...names].map(name => {
    const own = events.filter(({ container }) => container === name || container === "*");
    return [name, withEvents(containers[name] ?? containers["*"] ?? EMPTY_SCRIPT, own)] as const;
  });
  return Object.fromEntries(scripts);
}

function withEvents(script: ContainerScript, events: readonly ScriptedEvent[]): ContainerScript {
  const paths = [...grouped(events, event => `${event.do} ${event.path}`).values()].map(list =>
    [...list].sort((a, b) => a.at - b.at),
  );
  return {
    ...script,
    files: [...script.files, ...paths.flatMap(presences)],
    http: [...script.http, ...paths.flatMap(answers)],
  };
}

/** Before the first event a file is in the other state. */
function presences(events: readonly ScriptedEvent[]): FilePresence[] {
  const [first] = events;
  if (first?.do !== "file") return [];
  const before = first.exists || first.at === 0 ? [] : [{ path: first.path, from: 0, until: first.at }];
  const after = events.flatMap((event, index) => {
    const until = events[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    return event.do === "file" && event.exists && until > event.at ? [{ path: event.path, from: event.at, until }] : [];
  });
  return [...before, ...after];
}

function answers(events: readonly ScriptedEvent[]): HttpAnswer[] {
  return events.flatMap((event, index) => {
    const until = events[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    return event.do === "http" && until > event.at
      ? [{ path: event.path, status: event.status, from: event.at, until }]
      : [];
  });
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
