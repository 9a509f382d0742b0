import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { questionKeys, questions, questionVersions } from "#db/schema/questions.ts";
import { materialChecks } from "#db/schema/reviews.ts";
import { chanceOf, shuffled } from "#domain/chance.ts";

const QUIZ_SIZE = 5;

/** In the pool of a contest that is still to open, or on a contest's paper that the viewer is sitting: nobody meets it here. */
const isKeptBack = (personId: number, now: Date): SQL => sql`(exists (
  select 1 from contest_pool cp join contests c on c.id = cp.contest_id join question_versions v on v.id = cp.version_id
  where v.question_id = ${questions.id} and c.cancelled_at is null and c.published_at is not null and c.opens_at > ${now})
  or exists (select 1 from attempts a where a.person_id = ${personId} and a.state = 'in_progress' and a.entry_id is not null
    and a.version_ids && array(select v.id from question_versions v where v.question_id = ${questions.id})))`;

type Passage = Readonly<{
  materialId: number;
  versionId: number;
  branchPath: string;
  blocks: ReadonlySet<string> | null;
  seed: string;
  personId: number;
  now: Date;
}>;

/**
 * Five published questions that stand in a text or rest on it, those about the passage first, the others by lot of the seed. Works as the
 * judge, who alone knows what a question rests on; neither key nor explanation nor that place is returned.
 */
export async function passageQuiz(db: Db, { materialId, versionId, branchPath, blocks, seed, personId, now }: Passage) {
  const stands = sql`exists (select 1 from ${materialChecks} k where k.question_id = ${questions.id} and k.version_id = ${versionId})`;
  const after = sql<string | null>`(
    select k.after from ${materialChecks} k where k.question_id = ${questions.id} and k.version_id = ${versionId} limit 1)`;
  const near = or(
    sql`${questions.branchId} is null`,
    sql`starts_with(${branchPath}, (select b.path from branches b where b.id = ${questions.branchId}))`,
  );
  const rows = await db
    .select({
      ...{
        questionId: questions.id,
        id: questionVersions.id,
        kind: questionVersions.kind,
        stem: questionVersions.stem,
        body: questionVersions.body,
      },
      place: sql<string | null>`case when ${questionKeys.materialId} = ${materialId} then ${questionKeys.passage} else ${after} end`,
    })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, questions.publishedVersionId))
    .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
    .where(
      and(
        eq(questions.state, "published"),
        sql`not ${isKeptBack(personId, now)}`,
        or(stands, and(eq(questionKeys.materialId, materialId), near)),
      ),
    )
    .orderBy(asc(questions.id))
    .limit(500);
  const drawn = shuffled(rows, chanceOf(`quiz ${seed}`));
  const isHere = (place: string | null) => blocks === null || (place !== null && blocks.has(place));
  const chosen = [...drawn.filter(({ place }) => isHere(place)), ...drawn.filter(({ place }) => !isHere(place))];
  return chosen.slice(0, QUIZ_SIZE).map(({ place: _place, ...row }) => row);
}
