import type { Field } from "../field.ts";
export type ProbeType = "livenessProbe" | "readinessProbe" | "startupProbe";
export type HandlerKind = "httpGet" | "tcpSocket" | "exec" | "grpc";
export declare const HANDLERS: readonly HandlerKind[];
/** The numbers of a probe with the API server's defaults applied, in seconds and attempts. */
export interface Timing {
    readonly initialDelaySeconds: number;
    readonly periodSeconds: number;
    readonly timeoutSeconds: number;
    readonly successThreshold: number;
    readonly failureThreshold: number;
}
/** pkg/apis/core/v1: SetDefaults_Probe. An explicit 0 is stored as the default, except for initialDelaySeconds. */
export declare const PROBE_DEFAULTS: Timing;
/** A probe as the kubelet runs it. */
export declare class Probe {
    readonly type: ProbeType;
    readonly field: Field;
    constructor(type: ProbeType, field: Field);
    /** `liveness`, `readiness`, `startup`: how people name it. */
    get label(): string;
    /** The handler, when exactly one is given. */
    get handler(): {
        kind: HandlerKind;
        field: Field;
    } | undefined;
    /** The port the handler names or numbers; absent for exec. */
    get port(): Field | undefined;
    /** All five numbers with defaults; undefined when one of them is no usable number (the schema speaks about that). */
    get timing(): Timing | undefined;
    /** terminationGracePeriodSeconds of the probe itself, which replaces the pod's when this probe kills. */
    get gracePeriodSeconds(): number | undefined;
}
