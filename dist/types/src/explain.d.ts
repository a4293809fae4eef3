import type { EnginePage } from "./engine-pages.ts";
import { type FieldFacts } from "./fields.ts";
import { type AnyRule } from "./rule.ts";
export interface Paint {
    bold(text: string): string;
    dim(text: string): string;
}
export interface PageStyle {
    readonly paint: Paint;
    /** Columns of the terminal. */
    readonly width: number;
}
/** `recommended, strict`; `opt-in` where no preset has it. */
export declare function presetsOf({ presets }: AnyRule): string;
/** The page of one rule. */
export declare function explain(rule: AnyRule, style: PageStyle): string;
/** The page of what the linter reports about itself. */
export declare function explainEngine({ id, summary, why }: EnginePage, style: PageStyle): string;
/** The page of one field: what happens without it, what it may be, and which rules look at it. */
export declare function explainField(name: string, facts: FieldFacts, rules: readonly AnyRule[], style: PageStyle): string;
/** The field of that name, whatever the case of its letters. */
export declare function fieldNamed(name: string): readonly [string, FieldFacts] | undefined;
