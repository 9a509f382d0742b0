import { z } from "zod";
import { blankable, idSchema } from "#server/input-schemas.ts";

/** Of which year, group and branch (with what lies below it). */
export const registerFilter = {
  year: blankable(z.coerce.number().int().min(2000).max(2100)),
  group: blankable(z.string().max(100)),
  branch: blankable(idSchema),
};
