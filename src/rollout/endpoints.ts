// Who gets the requests while pods come and go: EndpointSlices, the time until every proxy has them, and pods that are listed but do not answer.

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

interface Change {
  readonly t: number;
  readonly apply: (counts: Counts) => void;
}

interface Counts {
  ready: number;
  seen: number;
  seenRefusing: number;
  fallback: number;
  fallbackRefusing: number;
}

/** The endpoints of one Service between `from` and `until`. */
export function endpointTimeline(
  backends: readonly Backend[],
  routing: Routing,
  from: number,
  until: number,
): EndpointTimeline {
  const delay = Math.max(0, routing.propagationSeconds);
  const changes = backends.flatMap(backend => changesOf(backend, delay)).sort((a, b) => a.t - b.t);
  const counts: Counts = { ready: 0, seen: 0, seenRefusing: 0, fallback: 0, fallbackRefusing: 0 };
  const entries: EndpointEntry[] = [];
  let index = 0;
  for (let t = from; ; ) {
    for (let next = changes[index]; next !== undefined && next.t <= t; next = changes[++index]) next.apply(counts);
    push(entries, entryOf(t, counts, routing.kubeProxyFallback));
    const next = changes[index];
    if (next === undefined || next.t > until) break;
    t = next.t;
  }
  return { entries, summary: summaryOf(entries, until) };
}

function changesOf(backend: Backend, delay: number): Change[] {
  const { ready, terminating, accepts } = backend;
  const later = (span: Span | undefined): Span | undefined =>
    span === undefined ? undefined : [span[0] + delay, span[1] + delay];
  const seen = later(ready);
  const fallback = later(terminating);
  return [
    ...during(ready, (counts, step) => {
      counts.ready += step;
    }),
    ...during(seen, (counts, step) => {
      counts.seen += step;
    }),
    ...during(fallback, (counts, step) => {
      counts.fallback += step;
    }),
    ...outside(seen, accepts, (counts, step) => {
      counts.seenRefusing += step;
    }),
    ...outside(fallback, accepts, (counts, step) => {
      counts.fallbackRefusing += step;
    }),
  ];
}

function during(span: Span | undefined, count: (counts: Counts, step: number) => void): Change[] {
  if (span === undefined || span[1] <= span[0]) return [];
  const changes: Change[] = [{ t: span[0], apply: counts => count(counts, 1) }];
  if (Number.isFinite(span[1])) changes.push({ t: span[1], apply: counts => count(counts, -1) });
  return changes;
}

/** The parts of a span in which another one does not hold. */
function outside(span: Span | undefined, other: Span, count: (counts: Counts, step: number) => void): Change[] {
  if (span === undefined) return [];
  const before: Span = [span[0], Math.min(span[1], other[0])];
  const after: Span = [Math.max(span[0], other[1], before[0]), span[1]];
  return [...during(before, count), ...during(after, count)];
}

function entryOf(t: number, counts: Counts, hasFallback: boolean): EndpointEntry {
  const isFallback = counts.seen === 0 && hasFallback && counts.fallback > 0;
  return {
    t: Math.round(t * 1000) / 1000,
    ready: counts.ready,
    used: isFallback ? counts.fallback : counts.seen,
    refusing: isFallback ? counts.fallbackRefusing : counts.seenRefusing,
    isFallback,
  };
}

function push(entries: EndpointEntry[], entry: EndpointEntry): void {
  if (entries.at(-1)?.t === entry.t) entries.pop();
  const last = entries.at(-1);
  const isSame =
    last !== undefined &&
    last.ready === entry.ready &&
    last.used === entry.used &&
    last.refusing === entry.refusing &&
    last.isFallback === entry.isFallback;
  if (!isSame) entries.push(entry);
}

/** The share of requests that fails when they are spread evenly over the endpoints in use. */
export function failingShare(entry: EndpointEntry): number {
  return entry.used === 0 ? 1 : entry.refusing / entry.used;
}

function summaryOf(entries: readonly EndpointEntry[], until: number): EndpointSummary {
  let zero = 0;
  let unrouted = 0;
  let refused = 0;
  let equivalent = 0;
  let worst = 0;
  for (const [index, entry] of entries.entries()) {
    const length = Math.max(0, (entries[index + 1]?.t ?? until) - entry.t);
    if (length === 0) continue;
    const share = failingShare(entry);
    if (entry.ready === 0) zero += length;
    if (entry.used === 0) unrouted += length;
    else if (entry.refusing > 0) refused += length;
    equivalent += share * length;
    worst = Math.max(worst, share);
  }
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    zeroEndpointSeconds: round(zero),
    firstZeroAt: entries.find(({ ready }) => ready === 0)?.t ?? null,
    unroutedSeconds: round(unrouted),
    refusedSeconds: round(refused),
    outageEquivalentSeconds: round(equivalent),
    worstShare: round(worst),
    minReady: entries.reduce((least, { ready }) => Math.min(least, ready), Number.POSITIVE_INFINITY),
  };
}

/** How one pod ends: all in seconds after its deletion. */
export interface Shutdown {
  readonly preStopSeconds: number;
  readonly graceSeconds: number;
  /** From SIGTERM to the exit; Infinity when SIGTERM is ignored. */
  readonly shutdownSeconds: number;
  /** From SIGTERM to the moment the process stops accepting connections; the exit when absent. */
  readonly acceptsSeconds?: number;
}

/** pkg/kubelet/kuberuntime: minimumGracePeriodInSeconds. */
const MINIMUM_SIGTERM_SECONDS = 2;

/**
 * preStop runs inside the grace period and is cut off when that is over; SIGTERM then gets what is left, at least 2 s (killContainer).
 * Grace 0 skips preStop.
 */
export function shutdownMoments(shutdown: Shutdown): {
  sigterm: number;
  closes: number;
  exits: number;
  isKilled: boolean;
} {
  const grace = Math.max(0, shutdown.graceSeconds);
  const sigterm = grace === 0 ? 0 : Math.min(Math.max(0, shutdown.preStopSeconds), grace);
  const left = Math.max(grace - sigterm, MINIMUM_SIGTERM_SECONDS);
  const exits = sigterm + Math.min(left, Math.max(0, shutdown.shutdownSeconds));
  const closes = Math.min(exits, sigterm + Math.max(0, shutdown.acceptsSeconds ?? shutdown.shutdownSeconds));
  return { sigterm, closes, exits, isKilled: shutdown.shutdownSeconds > left };
}

/** How long one deleted pod is still sent requests that it refuses: propagation - (preStop + time it goes on accepting). */
export function refusedPerPod(shutdown: Shutdown, propagationSeconds: number): number {
  return Math.max(0, propagationSeconds - shutdownMoments(shutdown).closes);
}

/** Shares of requests when one Service spreads them over the ready endpoints of several workloads. */
export function trafficShares(ready: readonly number[]): number[] {
  const total = ready.reduce((sum, count) => sum + Math.max(0, count), 0);
  return ready.map(count => (total === 0 ? 0 : Math.max(0, count) / total));
}

/** A Service's selector switched from one set of pods to another at `at`: every pod keeps its own life, the slice changes at once. */
export function switchSelector(from: readonly Backend[], to: readonly Backend[], at: number): Backend[] {
  const before = from.map(backend => ({ ...backend, ready: cut(backend.ready, Number.NEGATIVE_INFINITY, at) }));
  const after = to.map(backend => ({ ...backend, ready: cut(backend.ready, at, Number.POSITIVE_INFINITY) }));
  return [...before, ...after];
}

function cut(span: Span | undefined, from: number, until: number): Span | undefined {
  return span === undefined ? undefined : [Math.max(span[0], from), Math.min(span[1], until)];
}
