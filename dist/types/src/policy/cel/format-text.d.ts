import type { Run } from "./functions.ts";
import { ListValue } from "./values.ts";
export declare function formatText(run: Run, text: string, { items }: ListValue): string;
