export declare const LIVE: RegExp;
export declare const READY: RegExp;
declare const _default: import("../src/rule.ts").AnyRule;
export default _default;
