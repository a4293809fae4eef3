// A scenario: what no manifest says about the applications, the cluster and the day. Read from plain data (a parsed YAML file); the published schema is
// `schemas/scenario.schema.json`. Reading never fails: what cannot be used is named as a problem and left out.

import { nearest } from "../nearest.ts";
import { durationSeconds } from "./duration.ts";
import { type ScriptedEvent, withScriptedEvents } from "./scripted-events.ts";
import { type Data, isData } from "./spec.ts";

/** While something holds, in seconds after the container's start; Infinity: from then on. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

export interface HttpAnswer extends Window {
  readonly path: string;
  readonly status: number;
}

export interface FilePresence extends Window {
  readonly path: string;
}

export interface Slowness extends Window {
  readonly seconds: number;
}

/** How the process of one container behaves in one life. */
export interface ContainerScript {
  /** Nothing answers before; undefined: `kprobe-lint.dev/startup-seconds`, or at once. */
  readonly boot: number | undefined;
  readonly fails: readonly Window[];
  readonly hangs: readonly Window[];
  readonly slow: readonly Slowness[];
  readonly http: readonly HttpAnswer[];
  /** Files that some exec probe looks for: absent outside of these windows. */
  readonly files: readonly FilePresence[];
  readonly exit: { readonly at: number; readonly code: number } | undefined;
  /** From SIGTERM to the exit; Infinity: ignored. */
  readonly sigterm: number | undefined;
  /** From SIGTERM until no new connection is accepted. */
  readonly acceptsAfterSigterm: number | undefined;
  readonly preStop: number | undefined;
  readonly postStart: number | undefined;
  /** Later lives, where they differ. */
  readonly lives: readonly ContainerScript[];
}

export type ScenarioEvent =
  | { readonly at: number; readonly do: "image" | "rollback" | "pause" | "resume" }
  | { readonly at: number; readonly do: "scale"; readonly replicas: number }
  | {
      readonly at: number;
      readonly do: "selector";
      readonly service: string;
      readonly selector: Readonly<Record<string, string>>;
    }
  | { readonly at: number; readonly do: "drain"; readonly pods: number | undefined };

export interface ClusterKnobs {
  readonly schedule: number;
  readonly pull: number;
  readonly propagation: number;
  readonly kubeProxyFallback: boolean;
  readonly nodes: number;
  readonly featureGates: Readonly<Record<string, boolean>>;
}

export interface Scenario {
  /** By `container`, `workload/container` or `*`. */
  readonly containers: Readonly<Record<string, ContainerScript>>;
  /** Differences of the new version. */
  readonly newVersion: Readonly<Record<string, ContainerScript>>;
  readonly cluster: ClusterKnobs;
  readonly events: readonly ScenarioEvent[];
}

export interface ScenarioProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What a scenario may name. */
export interface ScenarioSubjects {
  /** `container` and `workload/container`. */
  readonly containers: readonly string[];
  readonly services: readonly string[];
}

export const CLUSTER_DEFAULTS: ClusterKnobs = {
  schedule: 0,
  pull: 0,
  propagation: 5,
  kubeProxyFallback: true,
  nodes: 3,
  featureGates: {},
};

export const NO_SCENARIO: Scenario = { containers: {}, newVersion: {}, cluster: CLUSTER_DEFAULTS, events: [] };

const CONTAINER_KEYS = [
  "boot",
  "fail",
  "hang",
  "latency",
  "http",
  "files",
  "exit",
  "sigterm",
  "acceptsAfterSigterm",
  "preStop",
  "postStart",
  "lives",
];
const EVENTS = ["image", "rollback", "pause", "resume", "scale", "selector", "drain", "file", "http"];
/** More would not be a scenario but a denial of service. */
const MAX_EVENTS = 200;
const MAX_LIVES = 50;
const MAX_WINDOWS = 200;

/** Reads a scenario; `subjects` are checked when given. */
export function readScenario(
  raw: unknown,
  subjects?: ScenarioSubjects,
): { scenario: Scenario; problems: ScenarioProblem[] } {
  const reader = new Reader(subjects);
  return { scenario: reader.scenario(raw), problems: reader.problems };
}

type Path = readonly (string | number)[];

class Reader {
  readonly problems: ScenarioProblem[] = [];
  private readonly subjects: ScenarioSubjects | undefined;

  constructor(subjects: ScenarioSubjects | undefined) {
    this.subjects = subjects;
  }

  scenario(raw: unknown): Scenario {
    if (raw === undefined || raw === null) return NO_SCENARIO;
    const map = this.map(raw, []);
    this.known(map, ["containers", "newVersion", "cluster", "events"], []);
    const containers = this.containers(map.containers, ["containers"]);
    const next = this.containers(this.map(map.newVersion, ["newVersion"]).containers, ["newVersion", "containers"]);
    const cluster = this.cluster(map.cluster);
    const events = this.list(map.events, ["events"], MAX_EVENTS).flatMap((event, index) =>
      this.event(event, ["events", index]),
    );
    const inside = events.filter(isScripted);
    return {
      containers: withScriptedEvents(containers, inside, true),
      newVersion: withScriptedEvents(next, inside, false),
      cluster,
      events: events.filter(event => !isScripted(event)),
    };
  }

  private report(path: Path, message: string): void {
    this.problems.push({ path, message });
  }

  private map(value: unknown, path: Path): Data {
    if (isData(value)) return value;
    if (value !== undefined && value !== null) this.report(path, "must be a map");
    return {};
  }

  private list(value: unknown, path: Path, maximum: number): readonly unknown[] {
    if (value === undefined || value === null) return [];
    const list = Array.isArray(value) ? value : [value];
    if (list.length > maximum) this.report(path, `has ${list.length} items; the first ${maximum} are used`);
    return list.slice(0, maximum);
  }

  private known(map: Data, keys: readonly string[], path: Path): void {
    for (const key of Object.keys(map))
      if (!keys.includes(key)) this.report([...path, key], `unknown key "${key}"${meant(key, keys)}`);
  }

  private seconds(value: unknown, path: Path): number | undefined {
    if (value === undefined || value === null) return undefined;
    const seconds = durationSeconds(value);
    if (seconds === undefined)
      this.report(path, `"${String(value)}" is no duration such as 20s, 500ms, 2m or a number of seconds`);
    return seconds;
  }

  private containers(value: unknown, path: Path): Record<string, ContainerScript> {
    const scripts: Record<string, ContainerScript> = {};
    for (const [name, script] of Object.entries(this.map(value, path))) {
      const known = this.subjects?.containers;
      if (known !== undefined && name !== "*" && !known.includes(name)) {
        this.report([...path, name], `no container "${name}" is simulated${meant(name, known)}`);
        continue;
      }
      scripts[name] = this.container(script, [...path, name], 0);
    }
    return scripts;
  }

  private container(value: unknown, path: Path, depth: number): ContainerScript {
    const map = this.map(value, path);
    this.known(map, CONTAINER_KEYS, path);
    const exit = isData(map.exit) ? map.exit : { at: map.exit };
    const exitAt = this.seconds(exit.at, [...path, "exit"]);
    const lives = depth > 0 ? [] : this.list(map.lives, [...path, "lives"], MAX_LIVES);
    return {
      boot: this.seconds(map.boot, [...path, "boot"]),
      fails: this.windows(map.fail, [...path, "fail"], window => window),
      hangs: this.windows(map.hang, [...path, "hang"], window => window),
      slow: this.slowness(map.latency, [...path, "latency"]),
      http: this.windows(map.http, [...path, "http"], (window, item) => ({
        ...window,
        path: String(item.path ?? "/"),
        status: typeof item.status === "number" ? item.status : 200,
      })),
      files: this.windows(map.files, [...path, "files"], (window, item) => ({
        ...window,
        path: String(item.path ?? ""),
      })),
      exit: exitAt === undefined ? undefined : { at: exitAt, code: typeof exit.code === "number" ? exit.code : 1 },
      sigterm: map.sigterm === "ignore" ? Number.POSITIVE_INFINITY : this.seconds(map.sigterm, [...path, "sigterm"]),
      acceptsAfterSigterm: this.seconds(map.acceptsAfterSigterm, [...path, "acceptsAfterSigterm"]),
      preStop: this.seconds(map.preStop, [...path, "preStop"]),
      postStart: this.seconds(map.postStart, [...path, "postStart"]),
      lives: lives.map((life, index) => this.container(life, [...path, "lives", index], depth + 1)),
    };
  }

  private windows<T>(value: unknown, path: Path, build: (window: Window, item: Data) => T): T[] {
    return this.list(value, path, MAX_WINDOWS).flatMap((item, index) => {
      const map = isData(item) ? item : { from: item };
      const from = this.seconds(map.from, [...path, index, "from"]) ?? 0;
      const until = this.seconds(map.until, [...path, index, "until"]) ?? Number.POSITIVE_INFINITY;
      if (until > from) return [build({ from, until }, map)];
      this.report([...path, index], `ends at ${until} s, which is not after its start at ${from} s`);
      return [];
    });
  }

  private slowness(value: unknown, path: Path): Slowness[] {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value) && !isData(value)) {
      const seconds = this.seconds(value, path);
      return seconds === undefined ? [] : [{ from: 0, until: Number.POSITIVE_INFINITY, seconds }];
    }
    return this.windows(value, path, (window, item) => ({ ...window, seconds: durationSeconds(item.latency) ?? 0 }));
  }

  private cluster(value: unknown): ClusterKnobs {
    const path = ["cluster"];
    const map = this.map(value, path);
    this.known(map, Object.keys(CLUSTER_DEFAULTS), path);
    const gates = Object.entries(this.map(map.featureGates, [...path, "featureGates"]));
    const nodes = typeof map.nodes === "number" && map.nodes >= 1 ? Math.trunc(map.nodes) : CLUSTER_DEFAULTS.nodes;
    if (map.nodes !== undefined && map.nodes !== nodes)
      this.report([...path, "nodes"], "must be a whole number from 1");
    return {
      schedule: this.seconds(map.schedule, [...path, "schedule"]) ?? CLUSTER_DEFAULTS.schedule,
      pull: this.seconds(map.pull, [...path, "pull"]) ?? CLUSTER_DEFAULTS.pull,
      propagation: this.seconds(map.propagation, [...path, "propagation"]) ?? CLUSTER_DEFAULTS.propagation,
      kubeProxyFallback: map.kubeProxyFallback !== false,
      nodes,
      featureGates: Object.fromEntries(gates.map(([name, isOn]) => [name, isOn === true])),
    };
  }

  private event(value: unknown, path: Path): (ScenarioEvent | ScriptedEvent)[] {
    const map = this.map(value, path);
    const at = this.seconds(map.at ?? 0, [...path, "at"]);
    if (at === undefined) return [];
    const name = String(map.do ?? "");
    if (name === "image" || name === "rollback" || name === "pause" || name === "resume") return [{ at, do: name }];
    if (name === "file" || name === "http") return this.scripted(at, name, map, path);
    if (name === "scale") return this.scale(at, map.replicas, path);
    if (name === "drain") return [{ at, do: "drain", pods: typeof map.pods === "number" ? map.pods : undefined }];
    if (name === "selector") return this.selector(at, map, path);
    this.report([...path, "do"], `unknown event "${name}"${meant(name, EVENTS)}`);
    return [];
  }

  private scripted(at: number, name: "file" | "http", map: Data, path: Path): ScriptedEvent[] {
    const container = String(map.container ?? "*");
    const known = this.subjects?.containers;
    if (known !== undefined && container !== "*" && !known.includes(container)) {
      this.report([...path, "container"], `no container "${container}" is simulated${meant(container, known)}`);
      return [];
    }
    const place = { at, container, path: String(map.path ?? "/") };
    if (name === "file") return [{ ...place, do: "file", exists: map.exists !== false }];
    return [{ ...place, do: "http", status: typeof map.status === "number" ? map.status : 200 }];
  }

  private scale(at: number, replicas: unknown, path: Path): ScenarioEvent[] {
    if (typeof replicas === "number" && replicas >= 0 && Number.isInteger(replicas))
      return [{ at, do: "scale", replicas }];
    this.report([...path, "replicas"], "must be a whole number from 0");
    return [];
  }

  private selector(at: number, map: Data, path: Path): ScenarioEvent[] {
    const service = String(map.service ?? "");
    const known = this.subjects?.services;
    if (known !== undefined && !known.includes(service)) {
      this.report([...path, "service"], `there is no Service "${service}"${meant(service, known)}`);
      return [];
    }
    const labels = Object.entries(this.map(map.selector, [...path, "selector"]));
    return [
      { at, do: "selector", service, selector: Object.fromEntries(labels.map(([key, text]) => [key, String(text)])) },
    ];
  }
}

function isScripted(event: ScenarioEvent | ScriptedEvent): event is ScriptedEvent {
  return event.do === "file" || event.do === "http";
}

function meant(word: string, words: readonly string[]): string {
  const guess = nearest(word, words);
  return guess === undefined ? "" : `; did you mean "${guess.word}"?`;
}
