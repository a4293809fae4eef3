import { Field } from "../field.ts";
import { Probe, type ProbeType } from "./probe.ts";

/** app: `containers`. init: runs to its end before them. sidecar: an init container with restartPolicy Always. ephemeral: for debugging. */
export type ContainerKind = "app" | "init" | "sidecar" | "ephemeral";

export interface ContainerPort {
  readonly field: Field;
  readonly name: string | undefined;
  readonly number: number | undefined;
  /** TCP when omitted. */
  readonly protocol: string;
}

export type HookName = "preStop" | "postStart";

export class Container {
  readonly field: Field;
  readonly kind: ContainerKind;

  #ports: readonly ContainerPort[] | undefined;

  constructor(field: Field, kind: ContainerKind) {
    this.field = field;
    this.kind = kind;
  }

  /** The name, or `containers[0]` where there is none. */
  get name(): string {
    return this.field.get("name").string ?? `${this.field.parent?.key ?? "containers"}[${this.field.key}]`;
  }

  get image(): Field {
    return this.field.get("image");
  }

  get ports(): readonly ContainerPort[] {
    this.#ports ??= this.#readPorts();
    return this.#ports;
  }

  #readPorts(): ContainerPort[] {
    return this.field
      .get("ports")
      .items()
      .filter(field => field.isMap)
      .map(field => ({
        field,
        name: field.get("name").string,
        number: field.get("containerPort").number,
        protocol: field.get("protocol").string ?? "TCP",
      }));
  }

  /** Init and ephemeral containers have none: the API server refuses them, and no kubelet would run them. */
  probe(type: ProbeType): Probe | undefined {
    const field = this.field.get(type);
    return field.isMap && this.isLongRunning ? new Probe(type, field) : undefined;
  }

  /** A lifecycle hook; nothing where the container may have none. */
  hook(name: HookName): Field {
    return this.isLongRunning ? this.field.get("lifecycle", name) : new Field(undefined);
  }

  get liveness(): Probe | undefined {
    return this.probe("livenessProbe");
  }

  get readiness(): Probe | undefined {
    return this.probe("readinessProbe");
  }

  get startup(): Probe | undefined {
    return this.probe("startupProbe");
  }

  get probes(): Probe[] {
    return [this.startup, this.liveness, this.readiness].filter(probe => probe !== undefined);
  }

  /** Runs for the pod's whole life: the ones that may be probed. */
  get isLongRunning(): boolean {
    return this.kind === "app" || this.kind === "sidecar";
  }

  /** The port that a probe or hook of this container reaches: by name among its own ports, or by number. (pkg/probe: ResolveContainerPort) */
  resolvePort(port: Field | undefined): number | undefined {
    const value = port?.scalar;
    if (typeof value === "number") return value;
    return typeof value === "string" ? this.ports.find(({ name }) => name === value)?.number : undefined;
  }
}

/** All containers of a pod spec: init and sidecar containers in their order, then the app's, then ephemeral ones. */
export function containersOf(podSpec: Field): Container[] {
  const maps = (key: string) =>
    podSpec
      .get(key)
      .items()
      .filter(field => field.isMap);
  return [
    ...maps("initContainers").map(
      field => new Container(field, field.get("restartPolicy").scalar === "Always" ? "sidecar" : "init"),
    ),
    ...maps("containers").map(field => new Container(field, "app")),
    ...maps("ephemeralContainers").map(field => new Container(field, "ephemeral")),
  ];
}
