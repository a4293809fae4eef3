// Files of an oracle row as resources.

import type { Resource } from "../../src/kubernetes/resource.ts";
import { load } from "../../src/load.ts";

export async function resourcesIn(files: Readonly<Record<string, string>>): Promise<Resource[]> {
  const loaded = await Promise.all(Object.entries(files).map(([path, text]) => load({ path, text })));
  return loaded.flatMap(file => file.documents.flatMap(({ resources }) => resources));
}
