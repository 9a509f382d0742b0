import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Member } from "#domain/people/viewer.ts";
import { markOf } from "#domain/questions/mark.ts";
import type { QuestionBody, QuestionKey, Response } from "#domain/questions/question.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { asMember, done } from "./demo-members.ts";

type Dealt = { slot: number; worth: number; body: QuestionBody; key: QuestionKey };

/** Single choices and judgements are what these contests ask; anything else is left out. */
function responseTo({ body, key }: Dealt, isRight: boolean): Response {
  if (key.kind === "truefalse") return { truth: key.correct === isRight };
  if (key.kind !== "single" || body.kind !== "single") return null;
  return { picks: [isRight ? key.correct : (key.correct + 1) % body.options.length] };
}

/**
 * Somebody of the demo sits a contest from `startedAt` and hands in after `tookMs`, with so many of the questions right; the answers are
 * written as the live process would have, each in its share of the time.
 */
export async function sitContest(
  member: Member,
  slug: string,
  { startedAt, tookMs, right }: { startedAt: Date; tookMs: number; right: number },
): Promise<void> {
  const { attemptId } = done(await startAttempt.call(asMember(member, startedAt), { slug }));
  const { rows } = await database("judge").execute<Dealt>(sql`
    select s.slot - 1 as slot, a.worths[s.slot] as worth, v.body, k.key from attempts a
    cross join lateral unnest(a.version_ids) with ordinality as s(version_id, slot)
    join question_versions v on v.id = s.version_id join question_keys k on k.version_id = v.id
    where a.id = ${attemptId} order by s.slot`);
  const answers = rows.flatMap((dealt, at) => {
    const response = responseTo(dealt, at < right);
    if (response === null) return [];
    const { milli, right: isRight } = markOf({ ...dealt, response, mode: "all_or_nothing" });
    const receivedAt = new Date(startedAt.getTime() + Math.round((tookMs * (at + 1)) / (rows.length + 1)));
    return [{ slot: Number(dealt.slot), response, milli, right: isRight, at: receivedAt }];
  });
  await database("judge").execute(sql`
    insert into answers (attempt_id, slot, response, seq, received_at, milli, is_right)
    select ${attemptId}::bigint, slot, response, 1, at, milli, "right"
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as r(slot int, response jsonb, milli int, "right" bool, at timestamptz)`);
  done(await handIn.call(asMember(member, new Date(startedAt.getTime() + tookMs)), { id: attemptId }));
}
