import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type CalendarEvent, foldLine, writeIcs } from "./ics.ts";

const event: CalendarEvent = {
  ...{ uid: "meeting-7@study.example", sequence: 3, title: "《实践论》第一次研读；第一节, 上", place: "三楼\\东会议室" },
  ...{ startsAt: new Date("2026-03-19T06:30:00Z"), endsAt: new Date("2026-03-19T08:00:00Z"), changedAt: new Date("2026-03-01T00:00:00Z") },
  ...{ description: "先读第一节。\n带上问题；欢迎旁听，不必报名。", url: "https://study.example/meetings/7", isCancelled: false },
};
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
/** The hour an instant has on the wall in a zone, as calendars there show it. */
const wall = (at: ICAL.Time, timeZone: string) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(at.toJSDate());

test("another parser reads back what was written, signs and lines and all", () => {
  const [back] = read(writeIcs("研学活动", [event]));
  expect(back?.summary).toBe(event.title);
  expect(back?.location).toBe(event.place);
  expect(back?.description).toBe(event.description);
  expect(back?.uid).toBe(event.uid);
  expect(back?.sequence).toBe(3);
});

test("two Thursdays at 14:30 in Shanghai are 07:30 and 08:30 in Berlin when summer time has come in between", () => {
  const later = {
    ...event,
    uid: "meeting-8@study.example",
    startsAt: new Date("2026-04-02T06:30:00Z"),
    endsAt: new Date("2026-04-02T08:00:00Z"),
  };
  const events = read(writeIcs("研学活动", [event, later]));
  expect(events.map(({ startDate }) => wall(startDate, "Asia/Shanghai"))).toEqual(["2026-03-19 14:30", "2026-04-02 14:30"]);
  expect(events.map(({ startDate }) => wall(startDate, "Europe/Berlin"))).toEqual(["2026-03-19 07:30", "2026-04-02 08:30"]);
});

test("a meeting that was called off says so", () => {
  const [back] = read(writeIcs("研学活动", [{ ...event, isCancelled: true }]));
  expect(back?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
});

test("no line is longer than 75 octets, none cuts a character, and unfolding gives the line back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (line) => {
      const text = line.replace(/[\r\n]/g, "");
      const folded = foldLine(text).split("\r\n");
      for (const part of folded) {
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(part.isWellFormed()).toBe(text.isWellFormed());
      }
      expect(folded.join("\r\n").replace(/\r\n /g, "")).toBe(text);
    }),
  );
});

test("whatever is typed as a title comes back as it was typed, but for control characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (typed) => {
      const title = typed.replace(/\p{Cc}/gu, "").replace(/[\ud800-\udfff]/gu, "");
      fc.pre(title.trim() !== "" && title === title.trim());
      expect(read(writeIcs("研学活动", [{ ...event, title }]))[0]?.summary).toBe(title);
    }),
  );
});
