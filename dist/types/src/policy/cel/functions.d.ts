import { type Type } from "./types.ts";
import { type Value } from "./values.ts";
/** What a function may ask of the run it is part of. */
export interface Run {
    /** Counts work; throws once there was too much of it. */
    spend(amount: number): void;
}
export type Compute = (args: readonly Value[], run: Run) => Value;
export interface Overload {
    readonly name: string;
    /** Called on its first argument: `text.size()`. */
    readonly isMember: boolean;
    readonly args: readonly Type[];
    readonly result: Type;
    readonly compute: Compute;
}
export declare class Functions {
    private readonly byName;
    /** `string.(int): string` is called on a string, `(string): int` is not. */
    add(name: string, signature: string, compute: (...args: never[]) => Value, withRun?: boolean): this;
    has(name: string): boolean;
    of(name: string): readonly Overload[];
    call(name: string, isMember: boolean, args: readonly Value[], run: Run): Value;
}
export declare function formatCall(name: string, args: readonly Type[], isMember: boolean): string;
