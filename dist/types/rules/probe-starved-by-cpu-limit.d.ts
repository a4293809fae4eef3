export declare const LOW_MILLI_CPU = 100;
/** A virtual machine compiles what it runs, and pauses for its garbage. */
export declare const LOW_MILLI_CPU_JVM = 250;
export declare const JVM_IMAGES: RegExp;
declare const _default: import("../src/rule.ts").AnyRule;
export default _default;
