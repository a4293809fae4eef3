// What a reader takes on before it says no. Every bound has a flag that raises it.

export interface Limits {
  /** UTF-16 units of one source (`--max-file-size`). */
  readonly size: number;
  /** Documents of one source (`--max-documents`). */
  readonly documents: number;
  /** Maps and lists inside each other (`--max-depth`). */
  readonly depth: number;
  /** Maps, lists, keys and scalars of one source (`--max-nodes`). */
  readonly nodes: number;
  /** The same of one document, once every alias is written out (`--max-alias-nodes`). */
  readonly aliasNodes: number;
  /** Diagnostics of one rule in a report (`--max-findings`). */
  readonly findings: number;
  /** Seconds for one file, over all that is done with it alone (`--max-file-time`). */
  readonly time: number;
}

export const DEFAULT_LIMITS: Limits = {
  size: 64 * 1024 * 1024,
  // As many as are judged in a few seconds.
  documents: 100_000,
  // No object of Kubernetes nests deeper than about 30, CRD schemas about 100. Whoever walks the nodes may recurse this far.
  depth: 1_000,
  nodes: 3_000_000,
  aliasNodes: 1_000_000,
  findings: 50_000,
  // What is within the other bounds takes a few seconds: a slow machine under load comes nowhere near, and no result hangs on its speed.
  time: 30,
};

/** As deep as the API server's own reader goes (10,000 flow levels within 10,000 block levels): for those who do not recurse. */
export const SERVER_LIMITS: Limits = { ...DEFAULT_LIMITS, depth: 20_001 };
