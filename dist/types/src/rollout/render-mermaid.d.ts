import type { SimulationResult } from "./result.ts";
export declare function renderMermaid(result: SimulationResult): string;
