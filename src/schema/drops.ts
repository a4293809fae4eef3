// What the server throws away on creation and nobody misses.

import type { Field } from "../field.ts";
import type { Kind } from "./versions.ts";

/** Kinds without a status, whatever stands there. */
export function settledDrops(root: Field, kind: Kind): string[] {
  return kind.namespaced || !root.get("metadata", "namespace").exists ? [] : ["metadata.namespace"];
}
