import { eq } from "drizzle-orm";
import { z } from "zod";
import { practices } from "#db/schema/practices.ts";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockPractice } from "./find-practice.ts";
import { keyedVersions } from "./practice-question.ts";

/**
 * Lays the next question of a run before the person: its clock begins now, once, however often it is asked. Questions that a contest has
 * taken in the meantime, or that were retired, fall out of the run.
 */
export const showNext = command({
  at: "POST /api/practices/:id/next",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ id: z.number(), slot: z.number(), total: z.number(), isOver: z.boolean() }),
  door: "judge",
  load: (tx, { id }, { viewer }) => lockPractice(tx, id, viewer.personId),
  may: can.beSignedIn,
  async run(tx, practice, { id }, { viewer, now }) {
    const { answered, versionIds, mode, finishedAt, shownAt } = practice;
    if (finishedAt || mode === "mock") return { id, slot: answered, total: versionIds.length, isOver: finishedAt !== null };
    const versions = await keyedVersions(tx, viewer, versionIds.slice(answered), now);
    const left = versionIds.filter((version, slot) => slot < answered || versions.get(version)?.isOpen);
    const isOver = left.length <= answered;
    if (shownAt === null || left.length < versionIds.length) {
      const clock = { versionIds: left, shownAt: shownAt ?? now };
      await tx
        .update(practices)
        .set({ ...clock, finishedAt: isOver ? now : null })
        .where(eq(practices.id, id));
    }
    return { id, slot: answered, total: left.length, isOver };
  },
});
