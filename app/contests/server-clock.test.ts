import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockOfExchange, hasJumped, leftMs, refinedClock, type ServerClock, serverTimeAt, untilNextSecond } from "./server-clock.ts";

/** An exchange with a server whose clock is `offset` ahead of the monotonic one. */
const exchange = (sentAt: number, up: number, down: number, offset: number) => ({
  sentAt,
  receivedAt: sentAt + up + down,
  serverNow: sentAt + up + offset,
});

test("the error is at most half the round trip, and shrinks with better exchanges", () => {
  const legs = fc.tuple(fc.nat(100_000), fc.nat(2_000), fc.nat(2_000));
  fc.assert(
    fc.property(fc.array(legs, { minLength: 1, maxLength: 10 }), fc.integer({ min: -1e12, max: 1e12 }), (trips, offset) => {
      let clock: ServerClock | null = null;
      for (const [sentAt, up, down] of trips) clock = refinedClock(clock, exchange(sentAt, up, down, offset));
      if (clock === null) throw new Error("there was an exchange");
      const shortest = Math.min(...trips.map(([, up, down]) => up + down));
      expect(Math.abs(serverTimeAt(clock, 5_000) - (5_000 + offset))).toBeLessThanOrEqual(shortest / 2);
      expect(clock.low).toBeLessThanOrEqual(offset);
      expect(clock.high).toBeGreaterThanOrEqual(offset);
    }),
  );
});

test("after a sleep in which the monotonic clock stood still, one exchange puts it right", () => {
  const before = clockOfExchange(exchange(0, 20, 20, 1_000_000));
  const after = refinedClock(before, exchange(1_000, 20, 20, 1_600_000));
  expect(serverTimeAt(after, 1_000)).toBe(1_601_000);
});

describe("what is left", () => {
  const clock = { low: 1_000, high: 1_000 };
  test("is the deadline less the server's time and never below nothing", () => {
    expect(leftMs(clock, 61_000, 0)).toBe(60_000);
    expect(leftMs(clock, 61_000, 59_999)).toBe(1);
    expect(leftMs(clock, 61_000, 90_000)).toBe(0);
  });

  test("sleeping until the second changes never skips one", () => {
    for (const left of [60_000, 59_999, 1_001, 1_000, 999, 1]) {
      const next = left - untilNextSecond(left);
      expect(Math.ceil(left / 1_000) - Math.ceil(next / 1_000)).toBe(1);
    }
  });
});

test("a jump is a difference between the two clocks of the device, whichever moved", () => {
  expect(hasJumped({ at: 0, wall: 0 }, { at: 60_000, wall: 60_040 })).toBe(false);
  expect(hasJumped({ at: 0, wall: 0 }, { at: 1_000, wall: 600_000 })).toBe(true);
  expect(hasJumped({ at: 0, wall: 0 }, { at: 1_000, wall: -3_600_000 })).toBe(true);
});
