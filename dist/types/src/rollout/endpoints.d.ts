/** From, until; `until` is Infinity while it lasts. */
export type Span = readonly [from: number, until: number];
/** One pod as a backend of a Service. */
export interface Backend {
    readonly name: string;
    /** In the EndpointSlice with `ready: true`. */
    readonly ready: Span | undefined;
    /** `ready: false, serving: true, terminating: true`: deleted, but its readiness probe still succeeds. */
    readonly terminating: Span | undefined;
    /** The process accepts connections. */
    readonly accepts: Span;
}
export interface Routing {
    /** From a change of the EndpointSlice to the last proxy that has heard of it. */
    readonly propagationSeconds: number;
    /** With no ready endpoint left, kube-proxy sends to terminating ones that still serve (pkg/proxy/topology: CategorizeEndpoints). */
    readonly kubeProxyFallback: boolean;
}
export interface EndpointEntry {
    readonly t: number;
    /** Endpoints that are ready in the EndpointSlice. */
    readonly ready: number;
    /** Endpoints that the slowest proxy sends to, and how many of them refuse. */
    readonly used: number;
    readonly refusing: number;
    /** They are terminating ones, for want of others. */
    readonly isFallback: boolean;
}
export interface EndpointSummary {
    /** No ready endpoint in the slice. */
    readonly zeroEndpointSeconds: number;
    readonly firstZeroAt: number | null;
    /** Requests fail for want of any endpoint to send to. */
    readonly unroutedSeconds: number;
    /** Some requests meet a pod that refuses them. */
    readonly refusedSeconds: number;
    /** Share of failing requests x time, in seconds of full outage, if requests come evenly. */
    readonly outageEquivalentSeconds: number;
    /** The largest share of requests that fails at any moment. */
    readonly worstShare: number;
    readonly minReady: number;
}
export interface EndpointTimeline {
    readonly entries: readonly EndpointEntry[];
    readonly summary: EndpointSummary;
}
/** The endpoints of one Service between `from` and `until`. */
export declare function endpointTimeline(backends: readonly Backend[], routing: Routing, from: number, until: number): EndpointTimeline;
/** The share of requests that fails when they are spread evenly over the endpoints in use. */
export declare function failingShare(entry: EndpointEntry): number;
/** How one pod ends: all in seconds after its deletion. */
export interface Shutdown {
    readonly preStopSeconds: number;
    readonly graceSeconds: number;
    /** From SIGTERM to the exit; Infinity when SIGTERM is ignored. */
    readonly shutdownSeconds: number;
    /** From SIGTERM to the moment the process stops accepting connections; the exit when absent. */
    readonly acceptsSeconds?: number;
}
/**
 * preStop runs inside the grace period and is cut off when that is over; SIGTERM then gets what is left, at least 2 s (killContainer).
 * Grace 0 skips preStop.
 */
export declare function shutdownMoments(shutdown: Shutdown): {
    sigterm: number;
    closes: number;
    exits: number;
    isKilled: boolean;
};
/** How long one deleted pod is still sent requests that it refuses: propagation - (preStop + time it goes on accepting). */
export declare function refusedPerPod(shutdown: Shutdown, propagationSeconds: number): number;
/** Shares of requests when one Service spreads them over the ready endpoints of several workloads. */
export declare function trafficShares(ready: readonly number[]): number[];
/** A Service's selector switched from one set of pods to another at `at`: every pod keeps its own life, the slice changes at once. */
export declare function switchSelector(from: readonly Backend[], to: readonly Backend[], at: number): Backend[];
