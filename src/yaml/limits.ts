// What a reader takes on before it says no. Every bound has a flag that raises it.

export interface Limits {
  /** UTF-16 units of one source (`--max-file-size`). */
  readonly size: number;
  /** `---` parts of one source (`--max-documents`). */
  readonly documents: number;
  /** Maps and lists inside each other (`--max-depth`). */
  readonly depth: number;
  /** Maps, lists, keys and scalars of one source (`--max-nodes`). */
  readonly nodes: number;
  /** Nodes of one document once every alias is written out (`--max-alias-nodes`). */
  readonly aliasNodes: number;
}

export const DEFAULT_LIMITS: Limits = {
  size: 64 * 1024 * 1024,
  documents: 250_000,
  depth: 200,
  nodes: 20_000_000,
  aliasNodes: 1_000_000,
};
