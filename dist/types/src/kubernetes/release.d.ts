import type { Workload } from "./workload.ts";
/** Label keys by which the releases of one program are told apart. */
export declare const RELEASE_KEYS: ReadonlySet<string>;
/** `1.2.3`, `v2`, `2.0-rc1`. */
export declare function isVersion(value: string): boolean;
/** `web` of `web-v2`, `web-green`, `web11`; the name itself where it tells no release. */
export declare function stemOf(name: string): string;
/** The tag of the app containers' images, where one is written. */
export declare function tagsOf(workload: Workload): string[];
/** Both run the same images, whatever their tags. Where an image is not known, container names stand in for them. */
export declare function isSameProgram(a: Workload, b: Workload): boolean;
/** Same program, and one name but for what tells the release: the two halves of a blue/green pair. */
export declare function isReleaseOf(a: Workload, b: Workload): boolean;
