import { z } from "zod";
import { blankable, lineSchema, textSchema } from "#server/input-schemas.ts";
import { fieldRefusal } from "#server/verb.ts";

const LONGEST_MS = 3 * 86_400_000;

/** An instant with its zone, or a minute as a form's field has it, on the organisation's clock. */
export const momentSchema = z.union([
  z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/)
    .transform((wall) => new Date(`${wall}+08:00`))
    .refine((at) => !Number.isNaN(at.getTime()), { message: "invalid_format" }),
]);

/** Where people come in online: a web address and nothing else. */
const linkSchema = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(500);

/** What whoever runs a meeting says of it. */
export const meetingFields = {
  title: lineSchema(120),
  startsAt: momentSchema,
  endsAt: momentSchema,
  place: blankable(lineSchema(120)),
  link: blankable(linkSchema),
  intro: blankable(textSchema(2_000)),
  openTo: z.enum(["roster", "branch"]).default("roster"),
};

/** Refuses a meeting that ends before it starts, or lasts longer than three days. */
export function refuseWindow({ startsAt, endsAt }: Readonly<{ startsAt: Date; endsAt: Date }>): void {
  if (endsAt <= startsAt) throw fieldRefusal("endsAt", "ends-before-start");
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_MS) throw fieldRefusal("endsAt", "meeting-too-long");
}
