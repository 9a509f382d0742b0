import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, quietUntil, reminderPolicySchema, reminderWords, sendAt } from "./reminders.ts";

const wall = (day: string, clock: string) => new Date(`${day}T${clock}+08:00`);
const usual = { from: "21:00", to: "08:00" };

test("what is asked for in the quiet hours goes out at their end, across midnight too", () => {
  expect(sendAt(wall("2026-11-26", "20:59:59.999"), usual)).toEqual(wall("2026-11-26", "20:59:59.999"));
  expect(sendAt(wall("2026-11-26", "21:00"), usual)).toEqual(wall("2026-11-27", "08:00"));
  expect(sendAt(wall("2026-11-26", "23:59:59.999"), usual)).toEqual(wall("2026-11-27", "08:00"));
  expect(sendAt(wall("2026-11-27", "00:00"), usual)).toEqual(wall("2026-11-27", "08:00"));
  expect(sendAt(wall("2026-11-27", "07:59:59.999"), usual)).toEqual(wall("2026-11-27", "08:00"));
  expect(sendAt(wall("2026-11-27", "08:00"), usual)).toEqual(wall("2026-11-27", "08:00"));
  expect(sendAt(wall("2026-11-26", "13:10"), { from: "12:00", to: "14:00" })).toEqual(wall("2026-11-26", "14:00"));
  expect(quietUntil(wall("2026-11-26", "03:00"), { from: "00:00", to: "00:00" })).toBeNull();
});

test("the day is the organisation's, not that of the server's clock", () => {
  expect(dayOf(new Date("2026-11-25T15:59:59.999Z"))).toBe("2026-11-25");
  expect(dayOf(new Date("2026-11-25T16:00:00Z"))).toBe("2026-11-26");
});

const clocks = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hours, minutes]) => `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`);
const moments = fc.date({ min: new Date("2026-11-20T00:00Z"), max: new Date("2026-12-10T00:00Z"), noInvalidDate: true });

/** Minutes since midnight on the wall. */
const minuteOf = (at: Date) => Math.floor(((at.getTime() / 60_000 + 8 * 60) % 1_440) + 1_440) % 1_440;
const minuteOfClock = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

test("nothing goes out within the quiet hours, nothing before it was asked for, nothing later than a day after", () => {
  fc.assert(
    fc.property(moments, clocks, clocks, (at, from, to) => {
      const out = sendAt(at, { from, to });
      const [begins, ends, is] = [minuteOfClock(from), minuteOfClock(to), minuteOf(out)];
      const isQuiet = begins < ends ? is >= begins && is < ends : begins > ends && (is >= begins || is < ends);
      expect(isQuiet).toBe(false);
      expect(out.getTime()).toBeGreaterThanOrEqual(at.getTime());
      expect(out.getTime() - at.getTime()).toBeLessThan(86_400_000);
      expect(sendAt(out, { from, to })).toEqual(out);
    }),
    { numRuns: 2_000 },
  );
});

test("two reminders go out on one day exactly when the wall shows one date, so nobody hears two", () => {
  fc.assert(
    fc.property(moments, moments, (one, other) => {
      const [first, second] = [sendAt(one, usual), sendAt(other, usual)];
      const date = (at: Date) => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(at);
      expect(dayOf(first) === dayOf(second)).toBe(date(first) === date(second));
    }),
  );
});

test("a policy that says nothing or nonsense is the one delivered", () => {
  expect(reminderPolicySchema.parse({})).toEqual({ quietHours: usual, autoReminders: true, remindBeforeDays: 3 });
  expect(reminderPolicySchema.parse({ quietHours: { from: "25:00", to: "x" }, remindBeforeDays: -1, studyNames: "named" })).toEqual({
    quietHours: usual,
    autoReminders: true,
    remindBeforeDays: 3,
  });
});

test("in light-burden mode nothing is called late", () => {
  expect(reminderWords({ open: 5, overdue: 2 }, true)).toEqual({ kind: "reminder-soft", params: { open: 5 } });
  expect(reminderWords({ open: 5, overdue: 2 }, false)).toEqual({ kind: "reminder-overdue", params: { open: 5, overdue: 2 } });
  expect(reminderWords({ open: 5, overdue: 0 }, false)).toEqual({ kind: "reminder", params: { open: 5 } });
});
