import type { ContainerScript } from "./scenario.ts";
export type ScriptedEvent = {
    readonly at: number;
    readonly container: string;
    readonly path: string;
} & ({
    readonly do: "file";
    readonly exists: boolean;
} | {
    readonly do: "http";
    readonly status: number;
});
export declare const EMPTY_SCRIPT: ContainerScript;
/**
 * Container scripts with the events added, those of `*` to every one of them. A container without a script of its own gets one where `creates` says so.
 */
export declare function withScriptedEvents(containers: Readonly<Record<string, ContainerScript>>, events: readonly ScriptedEvent[], creates: boolean): Readonly<Record<string, ContainerScript>>;
