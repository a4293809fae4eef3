/** Operators that mean something between commands; as an argument they are a text like any other. */
export declare const OPERATORS: Set<string>;
export declare const VARIABLE: RegExp;
/** Programs that understand such words themselves. */
export declare const INTERPRETERS: RegExp;
declare const _default: import("../src/rule.ts").AnyRule;
export default _default;
