import { z } from "zod";

/** Control characters, half a character and writing-direction overrides: nothing a person types on one line. */
const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
/** As long as postgres counts a bigint we can still hold exactly. */
const LARGEST_ID = Number.MAX_SAFE_INTEGER;

/** A row's number, as JSON or as a form says it. */
export const idSchema = z.coerce.number().int().min(1).max(LARGEST_ID);

/** Something typed on one line: NFC, trimmed, 1 to `most` characters. */
export const lineSchema = (most: number) =>
  z
    .string()
    .normalize("NFC")
    .trim()
    .min(1)
    .max(most)
    .refine((line) => line.isWellFormed() && !UNPRINTABLE.test(line), { message: "characters" });

/** Something written over several lines: NFC, trimmed, 1 to `most` characters. */
export const textSchema = (most: number) =>
  z
    .string()
    .normalize("NFC")
    .trim()
    .min(1)
    .max(most)
    .refine((text) => text.isWellFormed() && !text.includes("\u0000"), { message: "characters" });

/** Yes or no, as JSON, a form's words or a ticked box say it. */
export const flagSchema = z.union([z.boolean(), z.enum(["true", "false", "on"]).transform((word) => word !== "false")]);

/** A value that may be left out; the empty field of a form counts as left out. */
export const blankable = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** Which page of a list, from 1. */
export const pageSchema = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z.coerce.number().int().min(1).max(100_000).default(1),
);

/** Short labels, as a list or as one line with commas, 、 or ； between them; each once. */
export const tagsSchema = z
  .union([z.array(z.string()), z.string().transform((line) => line.split(/[,，、;；]/))])
  .transform((tags) => [...new Set(tags.map((tag) => tag.normalize("NFC").trim()).filter((tag) => tag !== ""))])
  .pipe(z.array(lineSchema(30)).max(30));

/** Why an office holder did it, for the ledger. */
export const reasonSchema = blankable(lineSchema(500));
