import type { Resource } from "./resource.ts";
/** A port of a pod that somebody wants to reach. */
export interface AskedPort {
    readonly number: number;
    readonly name: string | undefined;
    readonly protocol: string;
}
/** Some rule admits the port, from whomever; what is not known counts as admitted. */
export declare function admits({ spec }: Resource, asked: AskedPort): boolean;
