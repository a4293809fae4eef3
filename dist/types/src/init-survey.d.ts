export interface Survey {
    /** Directories, as paths from the root; "." is the root itself. */
    readonly charts: readonly string[];
    readonly kustomizations: readonly string[];
    /** Directories of stages where an outage hurts nobody. */
    readonly trials: readonly string[];
    /** Directories whose manifests are made to be wrong, or to be read. */
    readonly samples: readonly string[];
    readonly ci: readonly Ci[];
    readonly hooks: readonly Hook[];
}
export type Ci = "github" | "gitlab" | "azure" | "jenkins";
export type Hook = "pre-commit" | "lefthook" | "husky" | "lint-staged";
/** `files` are paths from the root with "/" between. */
export declare function survey(files: readonly string[]): Survey;
