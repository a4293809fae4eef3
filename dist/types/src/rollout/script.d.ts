import { type App, type Step } from "./app.ts";
import type { ContainerScript, Scenario } from "./scenario.ts";
import { type Data } from "./spec.ts";
/** The script of a container: that of the new version before the general one, the full name before the short one before `*`. */
export declare function scriptOf(scenario: Scenario, workload: string, container: string, isNew: boolean): ContainerScript | undefined;
/** The application of one container as the pod simulator takes it. */
export declare function appOf(container: Data, script: ContainerScript | undefined, startupSeconds: number, isInit: boolean): App;
/** What a probe meets from moment to moment. */
export declare function stepsOf(probe: Data, script: ContainerScript | undefined, startupSeconds: number): Step[];
