import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { rehearsalWindow } from "#domain/contests/rehearsal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { publishContest } from "#server/contests/publish-contest.ts";
import { freezeBoards, openContests } from "#server/jobs/open-and-close-contests.ts";
import { aContest, at, MINUTE_MS } from "#tests/world/contest.ts";
import { play } from "#tests/world/frozen-contest.ts";
import { aPerson } from "#tests/world/people.ts";
import { told } from "#tests/world/tell.ts";
import { copyContest } from "./copy-contest.ts";

const DAY = 24 * 60;

test("a copy of a contest that was played has all its rules at moved moments, and no fact of it", async () => {
  const rules = {
    format: { kind: "daily", perDay: 2, bestDays: 1 },
    rehearsal: { fromMs: -30 * MINUTE_MS, untilMs: 0 },
    review: { score: "submitted" },
  };
  const { slug, left, organizer } = await aContest({ rules, freezeAfterMinutes: 60 });
  await openContests(at(0));
  await play(await aPerson(left.id), slug, 3, 5);
  await freezeBoards(at(61));
  const { slug: next } = await told(copyContest, organizer, { slug, title: "下一期" }, at(200));
  const [before, copy] = [await findContest(database("desk"), slug), await findContest(database("desk"), next)];
  if (!before || !copy) throw new Error("a contest is gone");
  // The same hours two days later: the first day that leaves people a day to hear of it.
  expect([copy.opensAt, copy.closesAt, copy.freezeAt]).toEqual([at(2 * DAY), at(2 * DAY + 120), at(2 * DAY + 60)]);
  expect(rehearsalWindow(copy)).toEqual({ opensAt: at(2 * DAY - 30), closesAt: at(2 * DAY) });
  expect([copy.rules, copy.blueprint]).toEqual([before.rules, before.blueprint]);
  expect([copy.publishedAt, copy.frozenAt, copy.releasedAt, copy.resultsAt, copy.rosterTakenAt]).toEqual([null, null, null, null, null]);
  const { rows } = await database("desk").execute(sql`
    select (select count(*) from entries where contest_id = ${copy.id})::int as entries,
      (select count(*) from contest_roster where contest_id = ${copy.id})::int as roster,
      (select count(*) from contest_pool where contest_id = ${copy.id})::int as pool,
      (select count(*) from board_snapshots where contest_id = ${copy.id})::int as boards`);
  expect(rows).toEqual([{ entries: 0, roster: 0, pool: 0, boards: 0 }]);
  await told(publishContest, organizer, { slug: next }, at(210));
});
