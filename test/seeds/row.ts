// What the five articles' manifests deserve: one row a fact, under the line of the article it comes from.

export interface Row {
  /** Article and line. */
  readonly seed: string;
  readonly title: string;
  /** A file of fixtures/seeds. */
  readonly file: string;
  readonly rule: string;
  /** The text that is underlined; without it the rule must stay silent. */
  readonly at?: string;
  /** How many places; 1 where it is not said. */
  readonly times?: number;
  readonly message?: RegExp;
  readonly severity?: "error" | "warning" | "info";
  /** Minor version of the cluster. */
  readonly minor?: number;
}

/** Manifests in which nothing but advice is found: no errors. */
export const WITHOUT_ERRORS = [
  "004-dry-run.yaml",
  "003-probes.yaml",
  "002-completed.yaml",
  "004-scheduling.yaml",
  "004-toleration-mended.yaml",
];
