import type { Field } from "../field.ts";

export type ProbeType = "livenessProbe" | "readinessProbe" | "startupProbe";
export type HandlerKind = "httpGet" | "tcpSocket" | "exec" | "grpc";
export const HANDLERS: readonly HandlerKind[] = ["exec", "httpGet", "tcpSocket", "grpc"];

/** The numbers of a probe with the API server's defaults applied, in seconds and attempts. */
export interface Timing {
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
}

/** pkg/apis/core/v1: SetDefaults_Probe. An explicit 0 is stored as the default, except for initialDelaySeconds. */
export const PROBE_DEFAULTS: Timing = {
  initialDelaySeconds: 0,
  periodSeconds: 10,
  timeoutSeconds: 1,
  successThreshold: 1,
  failureThreshold: 3,
};

/** A probe as the kubelet runs it. */
export class Probe {
  readonly type: ProbeType;
  readonly field: Field;

  constructor(type: ProbeType, field: Field) {
    this.type = type;
    this.field = field;
  }

  /** `liveness`, `readiness`, `startup`: how people name it. */
  get label(): string {
    return this.type.slice(0, -"Probe".length);
  }

  /** The handler, when exactly one is given. */
  get handler(): { kind: HandlerKind; field: Field } | undefined {
    const given = HANDLERS.filter(kind => this.field.get(kind).exists);
    const kind = given[0];
    return kind === undefined || given.length > 1 ? undefined : { kind, field: this.field.get(kind) };
  }

  /** The port the handler names or numbers; absent for exec. */
  get port(): Field | undefined {
    const handler = this.handler;
    return handler === undefined || handler.kind === "exec" ? undefined : handler.field.get("port");
  }

  /** All five numbers with defaults; undefined when one of them is no usable number (the schema speaks about that). */
  get timing(): Timing | undefined {
    const timing = { ...PROBE_DEFAULTS };
    for (const name of Object.keys(PROBE_DEFAULTS) as (keyof Timing)[]) {
      const field = this.field.get(name);
      if (!field.exists) continue;
      const value = field.number;
      if (value === undefined || value < 0 || !Number.isSafeInteger(value)) return undefined;
      timing[name] = value === 0 ? PROBE_DEFAULTS[name] : value;
    }
    return timing;
  }

  /** terminationGracePeriodSeconds of the probe itself, which replaces the pod's when this probe kills. */
  get gracePeriodSeconds(): number | undefined {
    return this.field.get("terminationGracePeriodSeconds").number;
  }
}
