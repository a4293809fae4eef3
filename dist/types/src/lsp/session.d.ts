import type { ConfigError } from "../config.ts";
import { type HomeRequest } from "./home.ts";
import { type Buffer, type Lint, type Linted, Project } from "./project.ts";
export interface SessionOptions extends HomeRequest {
    readonly lint: Lint;
    readonly folders: () => readonly string[];
    readonly buffers: () => readonly Buffer[];
    readonly onFault: (error: unknown) => void;
}
/** The state of all projects at one revision. */
export interface View {
    readonly projects: readonly ProjectView[];
    /** Configurations with mistakes, by path. */
    readonly mistakes: ReadonlyMap<string, ConfigError>;
}
export interface ProjectView {
    readonly project: Project;
    /** All open files of the project, manifests or not. */
    readonly buffers: readonly Buffer[];
    /** Undefined when lint failed, or has no settings. */
    readonly linted: Linted | undefined;
    readonly isFaulty: boolean;
}
export declare class Session {
    private readonly options;
    private readonly homes;
    private readonly projects;
    private revision;
    private seen;
    constructor(options: SessionOptions);
    /** A buffer has another text. */
    edited(path: string): void;
    /** Files on the disk may be others than before: those below the paths' projects are read again. */
    moved(paths: readonly string[]): void;
    isConfiguration(path: string): boolean;
    /** What is known of the state of this very moment. */
    current(): Promise<View>;
    /** The open file of that path, with its project. */
    find(path: string): Promise<(ProjectView & {
        readonly file: string;
    }) | undefined>;
    private look;
    /** Undefined after a fault: nothing is known of the file then. */
    private homeOf;
    private lint;
}
