// One family of facts computed with Kubernetes' own code, and our agreement with it.

/** A figure of agreement: how many of how many, and the floor below which the run fails. */
export interface Figure {
  readonly name: string;
  readonly agree: number;
  readonly total: number;
  /** Between 0 and 1; absent for figures that are only told. */
  readonly floor?: number;
}

export interface Difference {
  readonly id: string;
  readonly what: string;
}

export interface Outcome {
  readonly figures: readonly Figure[];
  readonly differences: readonly Difference[];
}

export interface Family {
  /** The name of the data file, without `.jsonl`: the family runs when DIR holds `<file>.jsonl` or `<file>.jsonl.gz`. */
  readonly file: string;
  /** Rows as parsed JSON lines; `read` fetches a file by its path below the corpus root (`../shared/corpus`), undefined where there is none. */
  run(
    rows: readonly unknown[],
    context: { readonly read: (path: string) => string | undefined },
  ): Outcome | Promise<Outcome>;
}
