/** What others in the pod talk through from their first moment on. */
export declare const PROXIES: RegExp;
declare const _default: import("../src/rule.ts").AnyRule;
export default _default;
