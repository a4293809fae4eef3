/** Condition types that controllers are known to set. */
export declare const KNOWN: RegExp;
declare const _default: import("../src/rule.ts").AnyRule;
export default _default;
