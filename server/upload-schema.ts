import { z } from "zod";

/** A file that came with a form. Whose bytes may not be trusted is the reader's business. */
export const uploadSchema = z.object({
  name: z.string().min(1).max(255),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, { message: "not-a-file" }),
});
