/** Whether the loss of `field` in a map of this type is a matter of `probe-misspelled`. */
export declare function isProbeMatter(field: string, type: string): boolean;
/** Who refuses the key, who loses it, and what the cluster then does. `field` is what was meant, if that is known. */
export declare function consequence(field: string | undefined): string;
