import type { Findings } from "./findings.ts";
import type { Chart } from "./result.ts";
export declare function chartsOf(findings: Findings): Chart[];
