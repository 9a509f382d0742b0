import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { questions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { placeOf } from "#server/branches/place-of.ts";
import { blankable, flagSchema, idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { type DeskQuestion, lockQuestion } from "./find-question.ts";

type Place = NonNullable<Awaited<ReturnType<typeof placeOf>>>;
type Move = Readonly<{ question: DeskQuestion; place: Place }>;

async function loadMove(tx: Tx, { id, branchId }: { id: number; branchId?: number | undefined }): Promise<Move | undefined> {
  const [question, place] = [await lockQuestion(tx, id), await placeOf(tx, branchId)];
  return question && place && { question, place };
}

/**
 * Gives a question to another bank: everybody's, a branch's (up or down the tree), or back to its owner alone, which only an owner can
 * and only while it was never published. Papers that have it keep it.
 */
export const shareQuestion = command({
  at: "POST /api/desk/questions/:id/share",
  input: z.strictObject({ id: idSchema, branchId: blankable(idSchema), isPrivate: flagSchema.default(false) }),
  output: z.object({ id: z.number(), branchId: z.number().nullable(), isPrivate: z.boolean() }),
  refusals: ["not-your-question", "already-shown"],
  door: "desk",
  load: loadMove,
  may: (viewer: Member, { question, place }: Move) => can.editQuestion(viewer, question) && can.editQuestion(viewer, place),
  async run(tx, { question, place }, { isPrivate }, context) {
    const { id, branchId, ownerId, publishedVersionId, state } = question;
    if (isPrivate && ownerId !== context.viewer.personId) throw new Refusal("not-your-question");
    if (isPrivate && (publishedVersionId !== null || state !== "draft")) throw new Refusal("already-shown");
    await tx.update(questions).set({ branchId: place.id, isPrivate }).where(eq(questions.id, id));
    await writeAudit(tx, {
      context,
      action: "question.share",
      object: "question",
      objectId: id,
      branchId: place.id,
      before: { branchId, isPrivate: question.isPrivate },
      after: { branchId: place.id, isPrivate },
    });
    return { id, branchId: place.id, isPrivate };
  },
});
