import { eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { questions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import { chosenOf } from "#domain/papers/draw-sections.ts";
import type { Section } from "#domain/papers/sections.ts";
import type { Member } from "#domain/people/viewer.ts";
import { fieldRefusal } from "#server/verb.ts";

/** Refuses a question that is not there or that its author may not see, at its place; drafts are allowed, a contest will say so. */
export async function refuseUnknown(tx: Tx, sections: readonly Section[], viewer: Member): Promise<void> {
  const ids = chosenOf(sections);
  if (ids.length === 0) return;
  const rows = await tx
    .select({ id: questions.id, path: branches.path, isPrivate: questions.isPrivate, ownerId: questions.createdBy })
    .from(questions)
    .leftJoin(branches, eq(branches.id, questions.branchId))
    .where(inArray(questions.id, ids));
  const known = new Set(rows.filter((row) => can.seeQuestion(viewer, row)).map(({ id }) => id));
  sections.forEach((section, at) => {
    section.questions.forEach(({ questionId }, place) => {
      if (!known.has(questionId)) throw fieldRefusal(`sections.${at}.questions.${place}`, "no-such-question");
    });
  });
}
