import { z } from "zod";
import { blankable, lineSchema, textSchema } from "#server/input-schemas.ts";
import { fieldRefusal } from "#server/verb.ts";

export const taskTitle = lineSchema(120);
export const bodySchema = blankable(textSchema(4_000));

const DAY_END = "T23:59:59.999+08:00";
/** An instant with its zone; a minute as a form's field has it, or a day (until its end), on the organisation's clock. */
export const dueSchema = blankable(
  z.union([
    z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
    z.iso.date().transform((day) => new Date(`${day}${DAY_END}`)),
    z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/)
      .transform((wall) => new Date(`${wall}+08:00`))
      .refine((at) => !Number.isNaN(at.getTime()), { message: "invalid_format" }),
  ]),
);

/** A due date in the past, or before the task itself was given, is a slip: it would be overdue from the start. */
export function refusePast(dueAt: Date | undefined, now: Date): void {
  if (dueAt && dueAt <= now) throw fieldRefusal("dueAt", "due-is-past");
}
