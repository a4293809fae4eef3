/** The sync that follows a container's start restarts the ticker of its readiness probe since then (kubernetes#119089). */
export declare const TICKER_RESET_SINCE = 32;
declare const _default: import("../src/rule.ts").AnyRule;
export default _default;
