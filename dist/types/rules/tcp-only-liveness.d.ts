export declare const HTTP_NAME: RegExp;
declare const _default: import("../src/rule.ts").AnyRule;
export default _default;
