export declare const CREDENTIALS: RegExp;
declare const _default: import("../src/rule.ts").AnyRule;
export default _default;
