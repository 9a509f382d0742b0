import { z } from "zod";
import { clockSchema, daySchema, type Recurrence, recurrenceSchema } from "#domain/groups/recurrence.ts";
import { minutesBetween } from "#domain/groups/wall-clock.ts";
import { blankable, flagSchema, lineSchema } from "#server/input-schemas.ts";
import { parseInput } from "#server/parse-input.ts";
import { fieldRefusal } from "#server/verb.ts";

const listed = <S extends z.ZodType>(one: S, most: number) =>
  z.preprocess((value) => {
    const parts =
      typeof value === "string" ? value.split(/[\s,，、;；]+/) : Array.isArray(value) ? value : value === undefined ? [] : [value];
    return parts.filter((part) => part !== "");
  }, z.array(one).max(most));

/** Sections as people type or paste them: one a line; pages of a printed book may follow a bar, as in `第一章｜3–27`. */
export const sectionsSchema = z.preprocess(
  (value) => (typeof value === "string" ? value.split(/\r?\n/).filter((line) => line.trim() !== "") : value),
  z.array(lineSchema(200)).max(200).default([]),
);
export type TypedSection = Readonly<{ title: string; pages: string }>;
export const typedSection = (line: string): TypedSection => {
  const [title = "", pages = ""] = line.split(/[|｜]/, 2).map((part) => part.trim());
  return { title: title.slice(0, 120) || line.slice(0, 120), pages: pages.slice(0, 60) };
};

/** A plan as its form has it: what is read, on which days, from when to when. It always has a last day. */
export const planFields = {
  title: lineSchema(120),
  kind: z.string().min(1).max(40).default("reading"),
  startsOn: daySchema,
  endsOn: daySchema,
  every: z.enum(["week", "month"]),
  interval: z.coerce.number().int().min(1).max(12).default(1),
  weekdays: listed(z.coerce.number().int().min(1).max(7), 7),
  nth: listed(z.coerce.number().int().min(-1).max(5), 6),
  startClock: clockSchema,
  endClock: clockSchema,
  zone: blankable(z.string().max(60)),
  except: listed(daySchema, 200),
  also: listed(daySchema, 200),
  place: blankable(lineSchema(120)),
  link: blankable(z.url({ protocol: /^https?$/ }).max(500)),
  /** Addresses of texts, each read by its chapters or whole. */
  materials: listed(z.string().max(80), 20),
  byChapters: flagSchema.default(false),
  sections: sectionsSchema,
};
/** The whole of it. */
export const planSchema = z.strictObject(planFields);
export type PlanWishes = z.output<typeof planSchema>;

/** Minutes of a meeting on the wall; one that ends before it starts is refused at its end. */
export function minutesOf(startClock: string, endClock: string): number {
  const minutes = minutesBetween(startClock, endClock);
  if (minutes <= 0) throw fieldRefusal("endClock", "ends-before-it-starts");
  if (minutes < 10) throw fieldRefusal("endClock", "meeting-too-short");
  return minutes;
}

/** The rule of days that the form's fields say. */
export function ruleOf({ every, interval, weekdays, nth, startClock, endClock, zone, except, also }: PlanWishes): Recurrence {
  const minutes = minutesOf(startClock, endClock);
  const said = { every, interval, weekdays, nth: every === "month" ? nth : [], startClock, minutes, except, also };
  return parseInput(recurrenceSchema, zone === undefined ? said : { ...said, zone });
}
