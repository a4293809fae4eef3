declare const _default: import("../src/rule.ts").AnyRule;
export default _default;
export declare const IMMUTABLE: Set<string>;
export declare const KEYS: Set<string>;
