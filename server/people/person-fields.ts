import { z } from "zod";
import { lineSchema } from "#server/input-schemas.ts";
import type { ConstraintFields } from "#server/name-constraint.ts";

const PINYIN = /^[\p{L}\p{N} '’·-]*$/u;

/** A name as people write it: up to 60 characters, inner spaces kept single. */
export const personName = lineSchema(60).transform((name) => name.replace(/\s+/g, " "));

/** A staff number in one canonical form: NFKC, no spaces around. */
export const staffNoSchema = lineSchema(40).transform((staffNo) => staffNo.normalize("NFKC"));

/** Time for tests in percent of what everybody has (D16). */
export const timePercentSchema = z.coerce.number().int().min(100).max(400);

/** A correction of how a name sounds: lower case, syllables apart. */
export const pinyinSchema = z
  .string()
  .max(200)
  .transform((typed) => typed.normalize("NFKC").toLowerCase().replace(/ü/g, "v").replace(/\s+/g, " ").trim())
  .refine((sound) => PINYIN.test(sound), { message: "characters" });

/** What may exist once, beside the field it was typed in. */
export const PERSON_ONCE: ConstraintFields = {
  people_staff_no_once: ["staffNo", "already-exists"],
  people_account_once: ["account", "already-exists"],
};
