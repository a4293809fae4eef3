import type { Chart, SimulationResult } from "./result.ts";
export interface SvgOptions {
    /** In units of the drawing; the image scales to its place. */
    readonly width?: number;
    /** Makes ids unique where several drawings share a page. */
    readonly idPrefix?: string;
}
/** The style that every drawing needs; once per page. */
export declare function svgStyle(scope: string): string;
/** The whole result as one image. */
export declare function renderSvg(result: SimulationResult, options?: SvgOptions): string;
/** One drawing, without its table, for a page that has `svgStyle` already. */
export declare function renderChart(chart: Chart, options?: SvgOptions): string;
/** Text of a manifest inside XML; characters that XML does not allow disappear. */
export declare function xml(text: string): string;
