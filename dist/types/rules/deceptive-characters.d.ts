declare const _default: import("../src/rule.ts").AnyRule;
export default _default;
