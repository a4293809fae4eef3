import type { Definition, Version } from "./definition.ts";
export declare function deprecationWarning({ group, kind, versions }: Definition, version: Version): string | undefined;
/** CompareKubeAwareVersionStrings: v2, v1, v1beta2, v1beta1, v1alpha1, then all others backwards by letters. */
export declare function compareVersions(a: string, b: string): number;
