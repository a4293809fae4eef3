import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Clock, microseconds, SECOND, seconds } from "../../src/rollout/clock.ts";
import { begin, firstOf, type Process, Signal } from "../../src/rollout/process.ts";

describe("the clock", () => {
  it("runs events in the order of their times, and of their arrival where these are equal", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }), times => {
        const clock = new Clock();
        const seen: [number, number][] = [];
        times.forEach((time, index) => {
          clock.at(time, () => seen.push([clock.now, index]));
        });
        expect(clock.run(100)).toBe("idle");
        const sorted = times
          .map((time, index): [number, number] => [time, index])
          .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(seen).toEqual(sorted);
      }),
      { seed: 6 },
    );
  });

  it("stops at the end, forgets what is cancelled, and never goes back", () => {
    const clock = new Clock();
    const seen: string[] = [];
    clock.cancel(clock.at(5, () => seen.push("cancelled")));
    clock.at(10, () => {
      seen.push("due");
      clock.at(3, () => seen.push(`late at ${clock.now}`));
    });
    clock.at(11, () => seen.push("after the end"));
    expect(clock.run(10)).toBe("until");
    expect(seen).toEqual(["due", "late at 10"]);
    expect(clock.now).toBe(10);
  });

  it("is bounded when events beget events", () => {
    const clock = new Clock(0, 1000);
    const again = () => {
      clock.after(0, again);
    };
    again();
    expect(clock.run(1)).toBe("bounded");
    expect(clock.count).toBe(1000);
  });

  it("keeps whole microseconds", () => {
    expect(microseconds(0.1) + microseconds(0.2)).toBe(microseconds(0.3));
    expect(seconds(1.2345 * SECOND)).toBe(1.235);
  });
});

describe("a process", () => {
  it("pauses, waits for signals and tells its end", () => {
    const clock = new Clock();
    const signal = new Signal();
    const seen: string[] = [];
    function* waiter(): Process {
      yield 5;
      seen.push(`slept until ${clock.now}`);
      yield signal;
      seen.push(`woken at ${clock.now}`);
      yield firstOf(clock, 3, new Signal());
      seen.push(`timed out at ${clock.now}`);
    }
    begin(clock, waiter()).whenFired(() => seen.push("over"));
    clock.at(20, () => signal.fire());
    clock.run(100);
    expect(seen).toEqual(["slept until 5", "woken at 20", "timed out at 23", "over"]);
  });
});
