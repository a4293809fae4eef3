import type { Clock } from "./clock.ts";
/** Something that happens once. Those who wait are resumed in the order in which they came. */
export declare class Signal {
    isFired: boolean;
    private waiting;
    fire(): void;
    whenFired(resume: () => void): void;
}
export type Process<T = void> = Generator<number | Signal, T, void>;
/** Runs a process to its first pause now, and the rest as time goes by. The signal fires at its end. */
export declare function begin(clock: Clock, routine: Process): Signal;
/** A signal that fires with the first of the given ones, or after the delay. */
export declare function firstOf(clock: Clock, delay: number, ...signals: Signal[]): Signal;
