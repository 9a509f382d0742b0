import { z } from "zod";
import { CHOICE_KINDS } from "#domain/questions/question.ts";

const words = z.array(z.string()).readonly();
const seen = {
  stem: z.string(),
  media: z
    .array(z.object({ file: z.number(), type: z.enum(["image", "audio"]), alt: z.string() }))
    .readonly()
    .optional(),
};
const parts = [
  z.object({ kind: z.enum(CHOICE_KINDS), options: words, ...seen }),
  z.object({ kind: z.enum(["truefalse", "short"]), ...seen }),
  z.object({ kind: z.literal("fill"), blanks: z.number(), ...seen }),
  z.object({ kind: z.literal("numeric"), unit: z.string().optional(), ...seen }),
  z.object({ kind: z.literal("ordering"), items: words, ...seen }),
  z.object({ kind: z.literal("matching"), lefts: words, rights: words, ...seen }),
] as const;

/** A question as a browser gets it: neither keys nor pins nor the author's order are named here, so none can leave. */
export const shownBodySchema = z.discriminatedUnion("kind", [
  ...parts,
  z.object({ kind: z.literal("essay"), ...seen }),
  z.object({ kind: z.literal("group"), parts: z.array(z.discriminatedUnion("kind", parts)).readonly(), ...seen }),
]);
