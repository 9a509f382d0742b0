import { z } from "zod";
import { idSchema, textSchema } from "#server/input-schemas.ts";

/** Longer than this nobody marks with a purpose, and a quotation has to be found again. */
export const LONGEST_QUOTE = 2_000;
/** A day's most, of annotations and of replies: far above a reader, far below a machine. */
export const A_DAY = 300;

export const langSchema = z.enum(["zh-CN", "en"]);
export const noteSchema = textSchema(2_000);

/** A stretch of one block. `start` and `end` count characters that are not white space; `exact` is what the reader saw there. */
export const stretchFields = {
  /** The number of the wording that was read. */
  number: z.coerce.number().int().min(1),
  block: z.string().regex(/^[ps][1-9]\d{0,4}$/, { message: "paragraph" }),
  start: z.coerce.number().int().min(0).max(1_000_000),
  end: z.coerce.number().int().min(1).max(1_000_000),
  exact: textSchema(LONGEST_QUOTE * 2),
};
export type StretchInput = Readonly<{ number: number; block: string; start: number; end: number; exact: string }>;

export const annotationId = { id: idSchema };
