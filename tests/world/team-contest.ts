import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { joinTeam } from "#server/teams/join-team.ts";
import { makeTeam } from "#server/teams/make-team.ts";
import { at } from "./contest.ts";
import { valueOf } from "./outcome.ts";
import { as } from "./people.ts";

/** Makes a team and lets the others join by its code, at a minute before the opening. */
export async function aTeam(slug: string, name: string, people: readonly number[], minute = -30, division?: string) {
  const [captain = 0, ...others] = people;
  const made = valueOf(await makeTeam.call(await as(captain, at(minute)), { slug, name, ...(division && { division }) }));
  for (const person of others) valueOf(await joinTeam.call(await as(person, at(minute)), { slug, code: made.code }));
  return made;
}

/** Sits a contest with so many right answers of ten points each, and hands in; the answers are written as the live process would have. */
export async function sit(personId: number, slug: string, right: number, minute: number, seconds = 60): Promise<number> {
  const { attemptId } = valueOf(await startAttempt.call(await as(personId, at(minute)), { slug }));
  for (let slot = 0; slot < right; slot += 1) {
    await database("judge").execute(sql`
      insert into answers (attempt_id, slot, response, seq, received_at, milli, is_right)
      values (${attemptId}, ${slot}, '{"truth":true}', 1, ${at(minute, seconds * 1_000)}, 10000, true)`);
  }
  valueOf(await handIn.call(await as(personId, at(minute + 5)), { id: attemptId }));
  return attemptId;
}
