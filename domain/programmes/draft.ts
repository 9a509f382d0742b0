import { z } from "zod";
import { writtenText } from "#domain/questions/question.ts";
import { ITEM_KINDS, itemQuizSchema, MOVE_ON } from "./item.ts";

const YEARS_MS = 3 * 366 * 86_400_000;
/** Ten-thousandths: four places, as cmi5 has them. */
export const MASTERY_PARTS = 10_000;

/** An instant with a zone. What is none ends the reading: nothing after it may compare texts as dates. */
const instant = z.union([z.date(), z.iso.datetime({ offset: true, abort: true }).transform((text) => new Date(text))]);
const maybe = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === "" ? null : value), schema.nullable().default(null));
const optionalText = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text.isWellFormed() && !text.includes("\u0000"), { message: "characters" })
    .transform((text) => text.trim())
    .default("");
const id = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
/** What parts of one document call each other: never stored. */
const key = z.string().regex(/^[\p{L}\p{N}_-]{1,40}$/u);
const slug = z.string().min(1).max(120);

/** A share of the full score, 0 to 1, with four places at most. */
const mastery = z
  .number()
  .min(0)
  .max(1)
  .refine((share) => Number.isInteger(Math.round(share * MASTERY_PARTS * 1e6) / 1e6), { message: "four-places" });

const meeting = z
  .strictObject({ startsAt: instant, endsAt: instant, place: optionalText(120) })
  .refine((held) => held.startsAt < held.endsAt, { path: ["endsAt"], message: "ends-before-it-starts" });

export const draftItemSchema = z.strictObject({
  /** Of an item that is there already; without it, a new one is made. */
  id: id.nullable().default(null),
  key,
  kind: z.enum(ITEM_KINDS),
  title: writtenText(120),
  titleEn: optionalText(200),
  material: maybe(slug),
  contest: maybe(slug),
  quiz: itemQuizSchema.nullable().default(null),
  meeting: meeting.nullable().default(null),
  /** The meeting of a group or branch that the item is: its time and place are told by it, and its check-ins are the attendance. */
  meetingId: maybe(id),
  prompt: optionalText(2_000),
  moveOn: z.enum(MOVE_ON),
  mastery: mastery.nullable().default(null),
  isRequired: z.boolean().default(true),
  opensAt: maybe(instant),
  dueAt: maybe(instant),
  /** Keys of audiences; none: everybody. */
  audiences: z.array(key).max(20).default([]),
  /** Keys of items to be done first. */
  requires: z.array(key).max(20).default([]),
  owner: z.enum(["person", "unit"]).default("person"),
});
export type DraftItem = z.output<typeof draftItemSchema>;

const audience = z.strictObject({
  id: id.nullable().default(null),
  key,
  name: writtenText(40),
  nameEn: optionalText(80),
  tags: z.array(writtenText(30)).max(20).default([]),
});

const draftModule = z.strictObject({
  id: id.nullable().default(null),
  title: writtenText(120),
  titleEn: optionalText(200),
  opensAt: maybe(instant),
  closesAt: maybe(instant),
  items: z.array(draftItemSchema).max(60),
});

/** A programme as one document: what the desk edits, copies and sends whole. */
export const programmeDraftSchema = z
  .strictObject({
    kind: z.enum(["programme", "campaign", "template"]).default("programme"),
    title: writtenText(120),
    titleEn: optionalText(200),
    intro: optionalText(5_000),
    introEn: optionalText(5_000),
    branchId: z.coerce.number().int().positive(),
    opensAt: instant,
    closesAt: instant,
    /** A certificate for who finishes it; null: none. */
    certificateTitle: maybe(writtenText(120)),
    certificateTitleEn: optionalText(200),
    /** Slugs of programmes to be finished first. */
    requires: z.array(slug).max(10).default([]),
    audiences: z.array(audience).max(20).default([]),
    modules: z.array(draftModule).max(40),
  })
  .superRefine((draft, context) => {
    if (draft.closesAt <= draft.opensAt) context.addIssue({ code: "custom", path: ["closesAt"], message: "closes-before-it-opens" });
    else if (draft.closesAt.getTime() - draft.opensAt.getTime() > YEARS_MS)
      context.addIssue({ code: "custom", path: ["closesAt"], message: "window-too-long" });
  });
export type ProgrammeDraft = z.output<typeof programmeDraftSchema>;

/** Every item of a draft with its place in the document, `modules.0.items.2`. */
export function itemsOfDraft(draft: ProgrammeDraft): { item: DraftItem; module: number; path: string }[] {
  return draft.modules.flatMap(({ items }, module) => items.map((item, at) => ({ item, module, path: `modules.${module}.items.${at}` })));
}
