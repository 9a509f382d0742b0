import { z } from "zod";

/** The path of a category, as a form or JSON names it; "" means all. */
export const categorySchema = z
  .string()
  .max(200)
  .refine((path) => path.isWellFormed() && !path.includes("\u0000"), { message: "characters" })
  .default("");
