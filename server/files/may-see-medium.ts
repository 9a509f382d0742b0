import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { findQuestion } from "#server/questions/find-question.ts";

/**
 * Whether somebody may see a picture of a question: its editors, and whoever was given the question on a paper, in practice, for review or
 * in a text that is open to them. Nobody else: it may belong to a contest that is still to come.
 */
export async function maySeeMedium(db: Db, viewer: Member, questionId: number): Promise<boolean> {
  const question = await findQuestion(db, questionId);
  if (question && can.seeQuestion(viewer, question)) return true;
  const { personId, branchPath, tags } = viewer;
  const { rows } = await db.execute<{ met: boolean }>(sql`
    with own as (select v.id from question_versions v where v.question_id = ${questionId})
    select exists (select 1 from attempts a where a.person_id = ${personId} and exists (select 1 from own where own.id = any(a.version_ids)))
      or exists (select 1 from practices p where p.person_id = ${personId} and exists (select 1 from own where own.id = any(p.version_ids)))
      or exists (select 1 from review_cards c where c.person_id = ${personId} and c.question_id = ${questionId})
      or exists (select 1 from material_checks mc join materials m on m.published_version_id = mc.version_id
        left join branches b on b.id = m.branch_id
        where mc.question_id = ${questionId} and m.archived_at is null
          and (b.id is null or starts_with(${branchPath}, b.path))
          and (cardinality(m.audience_tags) = 0 or m.audience_tags && ${sql.param([...tags])}::text[])) as met`);
  return rows[0]?.met ?? false;
}
