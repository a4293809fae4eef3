import type { SimulationResult } from "./result.ts";
/** Styles for all simulations of a page. */
export declare const SIMULATION_STYLE: string;
/** The section alone; `idPrefix` keeps ids apart where several are on a page. */
export declare function renderHtmlSection(result: SimulationResult, idPrefix?: string): string;
/** A page of its own, for `simulate --format html`. */
export declare function renderHtml(results: readonly SimulationResult[]): string;
