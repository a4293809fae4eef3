export interface Retired {
    /** The minor version since which the server warns. */
    readonly deprecated: number;
    /** The first minor version without it. */
    readonly removed?: number;
    /** `apps/v1 Deployment`; the server names it in its warning. */
    readonly replacement?: string;
    /** What must change besides the apiVersion. Undefined: nothing, the schema is the same. */
    readonly changes?: string;
}
export declare const RETIRED: ReadonlyMap<string, Retired>;
/** What the server itself prints (k8s.io/apiserver pkg/endpoints/deprecation WarningMessage). */
export declare function deprecationWarning(apiVersion: string, kind: string, { deprecated, removed, replacement }: Retired): string;
