import { expect, test } from "vitest";
import { attendanceOf } from "./attendance.ts";
import { type MeetingInstants, stateOf } from "./state.ts";

const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 10, day, hour));
const planned: MeetingInstants = {
  announcedAt: null,
  openedAt: null,
  closedAt: null,
  endsAt: at(12, 16),
  cancelledAt: null,
  lockedAt: null,
  signed: false,
};

test("a meeting goes from planned to archived as its instants say, and nothing but time locks what nobody locked", () => {
  expect(stateOf(planned, at(1))).toBe("planned");
  const announced = { ...planned, announcedAt: at(2) };
  expect(stateOf(announced, at(3))).toBe("open");
  const running = { ...announced, openedAt: at(12, 14) };
  expect(stateOf(running, at(12, 15))).toBe("in_session");
  expect(stateOf(running, at(12, 17))).toBe("in_session"); // it runs over
  const over = { ...running, closedAt: at(12, 17) };
  expect(stateOf(over, at(13))).toBe("minutes_draft");
  expect(stateOf({ ...over, signed: true }, at(13))).toBe("signed");
  expect(stateOf({ ...over, signed: true }, at(15, 17))).toBe("signed");
  expect(stateOf(over, at(15, 18))).toBe("archived");
  expect(stateOf({ ...over, lockedAt: at(13) }, at(13))).toBe("archived");
  expect(stateOf({ ...announced, cancelledAt: at(4) }, at(20))).toBe("cancelled");
});

test("a meeting that nobody opened is over when its time is, and one nobody closed does not run for ever", () => {
  expect(stateOf({ ...planned, announcedAt: at(2) }, at(13))).toBe("minutes_draft");
  expect(stateOf({ ...planned, openedAt: at(12, 14) }, at(16))).toBe("archived");
});

test("late is more than ten minutes after the start; a check-in outweighs a leave; nobody is absent before the end", () => {
  const meeting = { startsAt: at(12, 14) };
  const nothing = { reply: null, excusedAt: null, checkedInAt: null };
  const minutesIn = (minutes: number) => ({ ...nothing, checkedInAt: new Date(at(12, 14).getTime() + minutes * 60_000) });
  expect(attendanceOf(minutesIn(10), meeting, true)).toBe("present");
  expect(attendanceOf(minutesIn(10.1), meeting, true)).toBe("late");
  expect(attendanceOf({ ...minutesIn(0), reply: "leave" }, meeting, true)).toBe("present");
  expect(attendanceOf({ ...nothing, reply: "leave" }, meeting, false)).toBe("leave");
  expect(attendanceOf(nothing, meeting, false)).toBe("expected");
  expect(attendanceOf(nothing, meeting, true)).toBe("absent");
});
