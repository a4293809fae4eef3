import type { AnyRule } from "./rule.ts";
import type { RunSettings } from "./run-settings.ts";
export declare function printedConfig({ settings, failOn, include, exclude, policies }: Omit<RunSettings, "rules">, rules: readonly AnyRule[]): string;
