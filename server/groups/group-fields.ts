import { z } from "zod";
import { Refusal } from "#domain/refusal.ts";
import { blankable, flagSchema, lineSchema, textSchema } from "#server/input-schemas.ts";

/** The stable address of a group. */
export const groupSlug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { message: "slug" })
  .max(80);

/** What is written about a group. A box left unticked means: the people of its branch may know of it. */
export const groupFields = {
  name: lineSchema(60),
  intro: blankable(textSchema(500)),
  isPrivate: flagSchema.default(false),
};

/** A day, as a form's date field or JSON says it. */
export const optionalDay = blankable(z.iso.date());

/** Staff numbers, as a list or as lines with commas or spaces between them; each once. */
export const staffNosSchema = z.preprocess(
  (value) => (typeof value === "string" ? value.split(/[\s,，、;；]+/).filter((part) => part !== "") : value),
  z
    .array(z.string().max(60))
    .max(100)
    .default([])
    .transform((all) => [...new Set(all)]),
);

/** A closed group is looked at, nothing is done in it any more. */
export function refuseClosedGroup(group: { closedAt: Date | null }): void {
  if (group.closedAt) throw new Refusal("group-closed");
}

/** Somebody saved the group since this form was opened. */
export function refuseChanged(group: { revision: number }, revision: number): void {
  if (group.revision !== revision) throw new Refusal("group-changed");
}
