import { z } from "zod";
import type { EmbeddedMedium, QuestionDraftContent } from "#domain/questions/parsed-file.ts";
import { questionBodySchema, questionKeySchema } from "#domain/questions/question.ts";

const medium = z.object({
  type: z.enum(["image", "audio"]),
  name: z.string(),
  alt: z.string(),
  part: z.number().nullable(),
  base64: z.string(),
});

/** A draft as its row keeps it: JSON, the bytes of pictures and sounds in base64. */
export const storedDraftSchema = z.object({
  body: questionBodySchema,
  key: questionKeySchema,
  explanation: z.string(),
  category: z.string(),
  difficulty: z.number().nullable(),
  tags: z.array(z.string()),
  title: z.string(),
  source: z.string(),
  worth: z.number().nullable(),
  media: z.array(medium),
});
export type StoredDraft = z.output<typeof storedDraftSchema>;

const packed = ({ bytes, ...medium }: EmbeddedMedium) => ({ ...medium, base64: Buffer.from(bytes).toString("base64") });

/** A draft for its row. */
export const storedOf = ({ media, tags, ...draft }: QuestionDraftContent): StoredDraft => ({
  ...draft,
  tags: [...tags],
  media: media.map(packed),
});

/** The bytes of a medium as they stood in the file. */
export const bytesOfMedium = ({ base64 }: StoredDraft["media"][number]): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));
