import type { Survey } from "./init-survey.ts";
/**
 * The text of .kprobe-lint.yaml. All of it is a comment but what the repository gives reason for: the defaults need no configuration. A
 * line with no blank behind its `#`, and the indented ones below it, are a setting to switch on.
 */
export declare function configText({ samples, trials }: Survey): string;
/** What to do next, for the terminal. */
export declare function nextSteps({ charts, kustomizations, ci, hooks }: Survey): string;
