import { z } from "zod";
import { lineSchema, tagsSchema } from "#server/input-schemas.ts";
import { checksSchema } from "./check-fields.ts";

/** The stable address of a text, as it stands in links. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { message: "slug" })
  .max(80);

/** A block of a text that can be cited: p1, p2 …. */
export const paragraphSchema = z.string().regex(/^p[1-9]\d{0,4}$/, { message: "paragraph" });

/** A line that may be empty. */
export const freeLine = (most: number) => z.union([z.literal(""), lineSchema(most)]).default("");

/** Several lines that may be empty: NFC, without NUL or half a character. */
export const freeText = (most: number) =>
  z
    .string()
    .normalize("NFC")
    .trim()
    .max(most)
    .refine((text) => text.isWellFormed() && !text.includes("\u0000"), { message: "characters" })
    .default("");

/** What an editor writes of a text. A year, a month or a day stands for the date of the source. */
export const materialFields = {
  title: lineSchema(120),
  titleEn: freeLine(200),
  summary: freeText(600),
  summaryEn: freeText(1_200),
  collection: freeLine(60),
  tags: tagsSchema.default([]),
  body: freeText(200_000).pipe(z.string().min(1)),
  sourceName: freeLine(200),
  sourceDate: z.union([z.literal(""), z.string().regex(/^\d{4}(-\d{2}){0,2}$/, { message: "date" })]).default(""),
  sourceNote: freeText(600),
  bodyEn: freeText(200_000),
  checks: checksSchema,
};

/** Only people with any of these tags may read it; none: everybody of the branch. Left out: as it was. */
export const audienceTagsSchema = tagsSchema.optional();
