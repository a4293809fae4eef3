import type { Severity } from "./diagnostic.ts";
import type { Field } from "./field.ts";
import type { Graph } from "./graph/graph.ts";
import type { Container } from "./kubernetes/container.ts";
import type { Resource } from "./kubernetes/resource.ts";
import type { Service } from "./kubernetes/service.ts";
import type { Workload } from "./kubernetes/workload.ts";
/** What a rule can ask to be shown, one at a time. */
export interface Targets {
    /** Every object of a known or unknown kind. */
    resource: Resource;
    /** Every object with a pod template, or a Pod. */
    workload: Workload;
    /** Every container of every workload: app, init, sidecar and ephemeral alike. */
    container: Container;
    service: Service;
    /** The whole of what is deployed together, once. */
    scope: Graph;
    /** Never shown: the diagnostics of this rule come from the YAML reader, the validator or the engine, which name the rule. */
    none: never;
}
export type TargetKind = keyof Targets;
/** What a rule knows besides its target. */
export interface Context {
    readonly graph: Graph;
    /** Minor version of the cluster: 36 for 1.36. */
    readonly minor: number;
    /** The rule's options, defaults applied. */
    readonly options: Readonly<Record<string, OptionValue>>;
    /** The workload a container belongs to; of other targets, undefined. */
    readonly workload: Workload | undefined;
    /** Whether B.9's signals make this workload critical, and which. */
    criticality(workload: Workload): {
        readonly critical: boolean;
        readonly signals: readonly string[];
    };
}
/** For `target: "container"`, the workload is always there. */
export interface ContainerContext extends Context {
    readonly workload: Workload;
}
/** A change to the manifest in terms of fields; `src/fix.ts` makes text edits of it. */
export type Change = 
/** Replace a scalar. Strings that YAML would read as something else are quoted. */
{
    readonly set: Field;
    readonly to: string | number | boolean;
}
/** Replace a value of any shape, written on one line. */
 | {
    readonly replace: Field;
    readonly value: unknown;
}
/** Rename the key of an entry. */
 | {
    readonly rename: Field;
    readonly to: string;
}
/** Remove an entry or a list item with its line(s). */
 | {
    readonly remove: Field;
}
/** Add an entry to a map (block style, after its last entry; flow style where the map is one). `yaml` may span several lines. */
 | {
    readonly add: Field;
    readonly key: string;
    readonly yaml: string;
}
/** Add a map under a key: an entry a line in a block, all on one line in flow style. */
 | {
    readonly add: Field;
    readonly key: string;
    readonly entries: Readonly<Record<string, unknown>>;
};
export interface RuleFix {
    readonly title: string;
    /** safe: the meaning in the cluster is what the author plainly intended. */
    readonly safety: "safe" | "unsafe";
    readonly changes: readonly Change[];
}
/** A rule's answer, still without line and severity. */
export interface Finding {
    /** The scalar that is wrong, or the field under which something is missing: then its key is underlined. */
    readonly at: Field;
    readonly message: string;
    readonly help?: string;
    /** Where the facts make it graver or milder than the rule's own severity; must be one of the rule's `severities`. */
    readonly severity?: Severity;
    /** Reported by the `strict` preset only, though the rule is in `recommended`. */
    readonly strict?: boolean;
    /** Other ends of the matter, in this file or another. */
    readonly related?: readonly {
        readonly at: Field;
        readonly message: string;
    }[];
    readonly fixes?: readonly RuleFix[];
    /** The field within which a problem counts as the root cause (`yieldsTo`), where that is not `at`. */
    readonly scope?: Field;
}
export type OptionValue = number | string | boolean | readonly string[];
/** One option, as JSON schema with a default. */
export interface RuleOption {
    readonly type: "integer" | "number" | "string" | "boolean" | "array";
    readonly description: string;
    readonly default: OptionValue;
    readonly minimum?: number;
    readonly items?: {
        readonly type: "string";
    };
}
export interface Example {
    /** Short, shown above the pair when there are several. */
    readonly title?: string;
    readonly bad: string;
    readonly good: string;
    /** Set when the pair needs another cluster version than the newest: 28 for 1.28. */
    readonly minor?: number;
}
export type Preset = "recommended" | "strict";
export interface RuleMeta {
    /** kebab-case, names the bad pattern, equals the file name. */
    readonly id: string;
    /** One sentence, subject first, no full stop. */
    readonly summary: string;
    /** What will happen in the cluster: the mechanism. */
    readonly why: string;
    readonly severity: Severity;
    /** When the severity depends on facts: each one it can take, and when. */
    readonly severities?: Readonly<Partial<Record<Severity, string>>>;
    /** `["recommended"]` implies strict; `["strict"]`; `[]` is opt-in (or `--preset all`). */
    readonly presets: readonly Preset[];
    readonly since: string;
    /** Pages of kubernetes.io, or Kubernetes packages and functions. */
    readonly references: readonly string[];
    readonly options?: Readonly<Record<string, RuleOption>>;
    readonly formerly?: readonly string[];
    /** Rules of the reader or the validator whose problem, at or below the finding's place (or its `scope`), is the root cause: this rule then stays silent. */
    readonly yieldsTo?: readonly string[];
    /** Says that something is not there: quiet without the project around the input, and beside documents that do not parse. */
    readonly absence?: boolean;
    /** The rule offers a fix, of this safety at best; the tests compare it with what the examples are offered. */
    readonly fix?: "safe" | "unsafe";
    readonly examples: readonly Example[];
    /** A policy of the project, which is no rule of ours. */
    readonly own?: OwnPolicy;
}
export interface OwnPolicy {
    /** Absolute path of the file it is written in, and the line. */
    readonly file: string;
    readonly line: number;
    /** The objects, in words. */
    readonly about: string;
    /** Its expressions. */
    readonly demands: readonly string[];
}
export interface Rule<K extends TargetKind = TargetKind> extends RuleMeta {
    readonly target: K;
    check?(target: Targets[K], context: K extends "container" ? ContainerContext : Context): Iterable<Finding>;
}
/** A rule whatever its target, as the engine keeps it. */
export type AnyRule = RuleMeta & {
    readonly target: TargetKind;
    check?(target: any, context: any): Iterable<Finding>;
};
/** Gives a rule its types and its presets in full. */
export declare function defineRule<K extends TargetKind>(rule: Rule<K>): AnyRule;
/** Multi-line YAML in a rule file: the common indentation and the outer line breaks fall away. A backtick is written with a backslash. */
export declare function yaml(strings: TemplateStringsArray): string;
/** `why` and other prose of a rule file as one line of text. */
export declare function paragraph(text: string): string;
