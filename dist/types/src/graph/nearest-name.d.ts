import type { Resource } from "../kubernetes/resource.ts";
import type { NearMiss } from "./graph.ts";
import type { Ring } from "./place-list.ts";
/** The object with the nearest name, in the first ring that has one near enough. */
export declare function nearestNamed(name: string, rings: readonly Ring[], candidates: (ring: Ring) => readonly Resource[]): NearMiss<Resource> | undefined;
