import { z } from "zod";
import { idSchema } from "#server/input-schemas.ts";

/** Tasks chosen in a list: an array, or what a form's ticked boxes send. */
export const taskIdsSchema = z.preprocess(
  (value) => (typeof value === "string" ? value.split(/[\s,]+/).filter((part) => part !== "") : value),
  z
    .array(idSchema)
    .min(1)
    .max(500)
    .transform((ids) => [...new Set(ids)]),
);
