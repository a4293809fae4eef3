import type { Diagnostic, Skipped } from "./diagnostic.ts";
import type { FileTime } from "./file-time.ts";
import type { Scopes } from "./graph/scopes.ts";
import type { Resource } from "./kubernetes/resource.ts";
import { type LoadedFile } from "./load.ts";
import type { PolicyJudge } from "./policy/judge.ts";
import type { CustomValidator } from "./schema/custom.ts";
import { type ResourceValidator } from "./schema/validate.ts";
import { type Settings } from "./settings.ts";
export interface ValidatedFile {
    readonly diagnostics: readonly Diagnostic[];
    readonly skipped: readonly Skipped[];
}
export interface Judge {
    readonly settings: Settings;
    readonly time: FileTime;
    readonly builtIn: ResourceValidator;
    /** By the CustomResourceDefinitions of the project; undefined where there are none. */
    readonly custom: CustomValidator | undefined;
    /** Expressions of policies; undefined where there are none. */
    readonly policies: PolicyJudge | undefined;
    /** Patches and other parts of objects, each with the reason why it is none. */
    readonly fragments: ReadonlyMap<Resource, string>;
    /** Whether a kustomization may still give the subjects of a ClusterRoleBinding their namespaces; undefined where there is none. */
    readonly hasOpenSubjects: ((binding: Resource) => boolean) | undefined;
}
/** Loads what judges the objects of some files. `definitions` are all files that may hold a CustomResourceDefinition. */
export declare function loadJudge(files: readonly LoadedFile[], definitions: readonly LoadedFile[], { settings, time, fragments, roots: built }: Pick<Judge, "settings" | "time" | "fragments"> & Pick<Scopes, "roots">): Promise<Judge>;
export declare function validateFile(file: LoadedFile, judge: Judge): ValidatedFile;
