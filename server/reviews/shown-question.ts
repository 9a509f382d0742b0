import { z } from "zod";
import { type Presentation, presentationOf, shownBody, shownKey } from "#domain/papers/presentation.ts";
import { type QuestionBody, type QuestionKey, questionKeySchema } from "#domain/questions/question.ts";
import { ownSeed } from "./own-seed.ts";

/** What may be known of a question after it was answered; the key only after a right or a second wrong answer. */
export const revealSchema = z.object({
  explanation: z.string(),
  /** The paragraph that answers it. */
  passage: z.object({ slug: z.string(), paragraph: z.string() }).nullable(),
  key: questionKeySchema.nullable(),
});
export type Reveal = z.output<typeof revealSchema>;

type Version = Readonly<{ id: number; body: QuestionBody }>;

/** How this person sees this version, outside a paper. */
export const ownPresentation = (personId: number, { id, body }: Version): Presentation =>
  presentationOf(body, ownSeed(personId, id), 0, true);

/** The question as this person's browser gets it. */
export const ownBody = (personId: number, version: Version) => shownBody(version.body, ownPresentation(personId, version));

/** Its key, in the places that this person sees. */
export const ownKey = (personId: number, version: Version, key: QuestionKey) =>
  shownKey(key, ownPresentation(personId, version), version.body);
