import { z } from "zod";

/** A day of the calendar, as in `2026-11-26`. */
export const daySchema = z.iso.date();
/** A time on the wall, as in `14:30`. */
export const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const rule = z.strictObject({
  every: z.enum(["week", "month"]),
  /** Every how many weeks or months. */
  interval: z.int().min(1).max(12).default(1),
  /** ISO weekdays: Monday is 1. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  /** Which of these weekdays in a month: 1 is the first, -1 the last. Monthly rules only. */
  nth: z
    .array(
      z
        .int()
        .min(-1)
        .max(5)
        .refine((nth) => nth !== 0),
    )
    .max(6)
    .default([]),
  startClock: clockSchema,
  minutes: z
    .int()
    .min(10)
    .max(12 * 60),
  /** An IANA time zone. */
  zone: z.string().min(1).max(60).default("Asia/Shanghai"),
  except: z.array(daySchema).max(200).default([]),
  also: z.array(daySchema).max(200).default([]),
});
/**
 * On which days a group meets (R31), in the time zone it meets in: every n weeks on some weekdays, or on the first, second … last given
 * weekdays of each month; less the days in `except`, and the days in `also`. A plan's own first and last day bound it: it never runs without end.
 */
export const recurrenceSchema = rule.refine(({ every, nth }) => every === "week" || nth.length > 0, {
  path: ["nth"],
  message: "choose-weeks",
});
export type Recurrence = z.output<typeof recurrenceSchema>;
