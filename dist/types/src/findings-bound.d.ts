import { type Diagnostic } from "./diagnostic.ts";
export declare function boundedFindings(all: Diagnostic[], bound: number): Diagnostic[];
