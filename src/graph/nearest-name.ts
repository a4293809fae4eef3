// Which of several objects has the nearest name.

import type { Resource } from "../kubernetes/resource.ts";
import { similar } from "../nearest.ts";
import type { NearMiss } from "./graph.ts";
import type { Ring } from "./place-list.ts";

/** The object with the nearest name, in the first ring that has one near enough. */
export function nearestNamed(
  name: string,
  rings: readonly Ring[],
  candidates: (ring: Ring) => readonly Resource[],
): NearMiss<Resource> | undefined {
  let best: { resource: Resource; slips: number } | undefined;
  for (const ring of rings) {
    for (const resource of candidates(ring)) {
      const slips = resource.name === undefined || resource.name === name ? undefined : similar(name, resource.name);
      if (slips !== undefined && (best === undefined || slips < best.slips)) best = { resource, slips };
    }
    if (best !== undefined && best.slips < 4) break;
  }
  if (best === undefined) return undefined;
  const { resource } = best;
  return { candidate: resource, difference: `its name is "${resource.name}", not "${name}"`, at: resource.nameField };
}
