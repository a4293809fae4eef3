import type { Part } from "./part.ts";
export declare function split(text: string, maxDepth: number): Part[];
