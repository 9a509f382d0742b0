import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { freeLine, freeText } from "#server/materials/material-fields.ts";

/** A draft may be empty; what is handed in may not. */
export const draftFields = { title: freeLine(80), body: freeText(50_000) };
export const reflectionId = { id: idSchema };
export const reasonFields = { reason: blankable(lineSchema(500)) };
/** Comments a day: far above a reader. */
export const COMMENTS_A_DAY = 200;
/** Drafts and pieces of one person. */
export const MOST_PIECES = 500;
