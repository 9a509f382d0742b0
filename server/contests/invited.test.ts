import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { contestInvited, contestRoster, contests } from "#db/schema/contests.ts";
import { recomputeOutcomes } from "#server/jobs/recompute-outcomes.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { aPerson } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { drawLot } from "./draw-lot.ts";
import { getContest } from "./get-contest.ts";
import { listContests } from "./list-contests.ts";
import { makeContest } from "./make-contest.ts";
import { makeUpContest } from "./make-up-contest.ts";
import { publishContest } from "./publish-contest.ts";
import { recountEntry } from "./recount-entry.ts";
import { startAttempt } from "./start-attempt.ts";

const db = () => database("desk");
const invitedTo = async (slug: string) =>
  db()
    .select({ personId: contestInvited.personId, because: contestInvited.because })
    .from(contestInvited)
    .innerJoin(contests, eq(contests.id, contestInvited.contestId))
    .where(eq(contests.slug, slug));

describe("a spot check", () => {
  test("is seen and entered by who was drawn, and by nobody else; a second draw replaces the first", async () => {
    const world = await aContest();
    const people = await Promise.all(Array.from({ length: 9 }, () => aPerson(world.left.id)));
    await aPerson(world.right.id);
    const { slug } = await told(makeContest, world.organizer, { ...world.form, title: "抽查" }, at(-100));
    const drawn = await told(drawLot, world.organizer, { slug, count: 4, branchId: world.left.id }, at(-99));
    expect(drawn).toEqual({ drawn: 4, of: 9 });
    await told(drawLot, world.organizer, { slug, count: 3, branchId: world.left.id }, at(-99));
    await told(publishContest, world.organizer, { slug }, at(-90));
    const invited = (await invitedTo(slug)).map(({ personId }) => personId);
    expect(invited.length).toBe(3);
    for (const personId of people) {
      const isIn = invited.includes(personId);
      const { contests: listed } = await told(listContests, personId, {}, at(1));
      expect(listed.some((contest) => contest.slug === slug)).toBe(isIn);
      expect(await codeOf(getContest, personId, { slug }, at(1))).toBe(isIn ? "done" : "not-found");
      expect(await codeOf(startAttempt, personId, { slug }, at(1))).toBe(isIn ? "done" : "not-found");
    }
    const roster = await db().$count(contestRoster, sql`${contestRoster.contestId} = (select id from contests where slug = ${slug})`);
    expect(roster).toBe(3);
    expect(await codeOf(drawLot, world.organizer, { slug, count: 1 }, at(2))).toBe("already-published");
  });

  test("cannot draw more than there are, nor from elsewhere; without a number it is everybody's again", async () => {
    const world = await aContest();
    const member = await aPerson(world.left.id);
    const { slug } = await told(makeContest, world.organizer, world.form, at(-100));
    expect(await codeOf(drawLot, world.organizer, { slug, count: 500 }, at(-99))).toBe("lot-too-large");
    expect(await codeOf(drawLot, world.organizer, { slug, count: 1, branchId: world.right.id }, at(-99))).toBe("lot-too-large");
    await told(drawLot, world.organizer, { slug }, at(-99));
    await told(publishContest, world.organizer, { slug }, at(-90));
    expect(await codeOf(startAttempt, member, { slug }, at(1))).toBe("done");
  });
});

describe("a make-up", () => {
  test("is for who was absent or stayed below the pass line, wherever they are now", async () => {
    const world = await aContest({ rules: { passPercent: 60 } });
    const [absent, failed] = await Promise.all([aPerson(world.left.id), aPerson(world.right.id)]);
    await told(startAttempt, failed, { slug: world.slug }, at(1));
    expect(await codeOf(makeUpContest, world.organizer, { slug: world.slug, title: "补考" }, at(60))).toBe("not-closed-yet");
    await db().execute(sql`update attempts set state = 'finished', finished_at = ends_at where person_id = ${failed}`);
    await db().execute(sql`insert into standings (entry_id, contest_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key, attempts_ended, counts, counted_at)
      select id, contest_id, 0, 0, 0, 0, 'x', 1, true, ${at(40)} from entries where person_id = ${failed}`);
    const made = await told(makeUpContest, world.organizer, { slug: world.slug, title: "季度竞赛（补考）" }, at(300));
    const reasons = new Map((await invitedTo(made.slug)).map(({ personId, because }) => [personId, because]));
    expect(reasons.get(absent)).toBe("absent");
    expect(reasons.get(failed)).toBe("failed");
    expect(made.failed).toBe(1);
    expect(await codeOf(drawLot, world.organizer, { slug: made.slug, count: 1 }, at(301))).toBe("makes-up");
  });

  test("counts for the first contest when it is better, and the nightly recompute agrees", async () => {
    const world = await aContest({ rules: { passPercent: 60 } });
    const failed = await aPerson(world.right.id);
    const worth = world.form.blueprint.reduce<number>(
      (sum, line) => sum + Number((line as { count: number; worth: number }).count) * Number((line as { worth: number }).worth),
      0,
    );
    /** Ends the open attempt with such a score, and counts its entry. */
    const ended = async (slug: string, scoreMilli: number, minute: number) => {
      const { attemptId } = await told(startAttempt, failed, { slug }, at(minute));
      await db().execute(sql`update attempts set state = 'finished', finished_at = ${at(minute + 5)} where id = ${attemptId}`);
      await database("judge").execute(sql`
        insert into attempt_totals (attempt_id, answered, score_milli, right_count) values (${attemptId}, 5, ${scoreMilli}, 1)
        on conflict (attempt_id) do update set score_milli = excluded.score_milli`);
      const { rows } = await db().execute<{ entry_id: string }>(sql`select entry_id from attempts where id = ${attemptId}`);
      await database("judge").transaction((tx) => recountEntry(tx, Number(rows[0]?.entry_id), at(minute + 5)));
    };
    const outcomeOf = async (slug: string) =>
      (
        await db().execute<{ best: number }>(
          sql`select o.best from outcomes o join contests c on c.id = o.subject_id where o.kind = 'contest' and c.slug = ${slug} and o.person_id = ${failed}`,
        )
      ).rows[0]?.best;
    await ended(world.slug, worth / 10, 1);
    const made = await told(makeUpContest, world.organizer, { slug: world.slug, title: "补考" }, at(300));
    await told(publishContest, world.organizer, { slug: made.slug }, at(310));
    await ended(made.slug, worth / 2, 2 * 24 * 60 + 1);
    expect([await outcomeOf(made.slug), await outcomeOf(world.slug)]).toEqual([5_000, 5_000]);
    const { found } = await recomputeOutcomes();
    expect(found.filter(({ personId }) => personId === failed)).toEqual([]);
  });
});
