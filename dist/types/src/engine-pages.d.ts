export interface EnginePage {
    readonly id: string;
    readonly summary: string;
    readonly why: string;
}
export declare const ENGINE_PAGES: readonly EnginePage[];
