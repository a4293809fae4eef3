/** SidecarContainers: beta, and on, since 1.29. */
export declare const SIDECARS_SINCE = 29;
/** Images that only ever help another container. */
export declare const HELPERS: RegExp;
export declare const HELPER_NAME: RegExp;
declare const _default: import("../src/rule.ts").AnyRule;
export default _default;
