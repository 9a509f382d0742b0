import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { freezeBoards, openContests } from "#server/jobs/open-and-close-contests.ts";
import { aContest, at } from "./contest.ts";
import { valueOf } from "./outcome.ts";
import { aPerson, as } from "./people.ts";
import { aTeam } from "./team-contest.ts";

/** T_f of every contest here, in minutes after its opening. */
export const FREEZE = 60;

/** So many right answers of five, written as the live process would have; the attempt is left running. */
export async function answering(personId: number, slug: string, right: number, minute: number): Promise<number> {
  const { attemptId } = valueOf(await startAttempt.call(await as(personId, at(minute)), { slug }));
  for (let slot = 0; slot < right; slot += 1)
    await database("judge").execute(sql`
      insert into answers (attempt_id, slot, response, seq, received_at, milli, is_right) values (${attemptId}, ${slot}, '{"truth":true}', 1, ${at(minute + 1)}, 10000, true)`);
  return attemptId;
}

/** A whole attempt, handed in two minutes after it began. */
export async function play(personId: number, slug: string, right: number, minute: number): Promise<number> {
  const attemptId = await answering(personId, slug, right, minute);
  valueOf(await handIn.call(await as(personId, at(minute + 2)), { id: attemptId }));
  return attemptId;
}

/** A contest frozen an hour after its opening and open for two, with three people of either branch who played before, and two who did not. */
export async function aFrozenContest(rules: Record<string, unknown> = {}) {
  const contest = await aContest({ rules: { attempts: 3, counts: "highest", ...rules }, freezeAfterMinutes: FREEZE });
  const people: number[] = [];
  for (const [nth, branch] of [
    contest.left,
    contest.right,
    contest.left,
    contest.right,
    contest.left,
    contest.right,
    contest.left,
    contest.right,
  ].entries())
    people.push(await aPerson(branch.id, { name: `选手${nth}` }));
  // In a contest of teams: 0+2, 4+6, 1+3 and 5+7, of whom 6 and 7 have not played at the freeze.
  if (rules["team"] !== undefined)
    for (const [name, pair] of Object.entries({ 红旗队: [0, 2], 星火队: [4, 6], 先锋队: [1, 3], 朝阳队: [5, 7] }))
      await aTeam(
        contest.slug,
        name,
        pair.map((which) => people[which] ?? 0),
      );
  await openContests(at(0));
  for (const [nth, right] of [4, 3, 3, 2, 1, 0].entries()) await play(people[nth] ?? 0, contest.slug, right, 5 + nth);
  const { rows } = await database("desk").execute<{ id: string }>(sql`select id from contests where slug = ${contest.slug}`);
  const freeze = (minute = FREEZE) => freezeBoards(at(minute));
  return { ...contest, people, hasTeams: rules["team"] !== undefined, contestId: Number(rows[0]?.id), freeze };
}
