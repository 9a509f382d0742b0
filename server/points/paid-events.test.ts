import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { contests } from "#db/schema/contests.ts";
import { publishResults } from "#server/contests/publish-results.ts";
import { answerPractice } from "#server/practices/answer-practice.ts";
import { getPractice } from "#server/practices/get-practice.ts";
import { startPractice } from "#server/practices/start-practice.ts";
import { createQuestion } from "#server/questions/create-question.ts";
import { reviewQuestion } from "#server/questions/review-question.ts";
import { answerReview } from "#server/reviews/answer-review.ts";
import { listReview } from "#server/reviews/list-review.ts";
import { closeMeeting } from "#server/room/close-meeting.ts";
import { openMeeting } from "#server/room/open-meeting.ts";
import { reopenMeeting } from "#server/room/reopen-meeting.ts";
import { tickPerson } from "#server/room/tick-person.ts";
import { undoCheckIn } from "#server/room/undo-check-in.ts";
import { applyRuling } from "#server/rulings/apply-ruling.ts";
import { decideRuling } from "#server/rulings/decide-ruling.ts";
import { proposeRuling } from "#server/rulings/propose-ruling.ts";
import { takeBackRuling } from "#server/rulings/take-back-ruling.ts";
import { aFinishedContest, contestTime } from "#tests/world/finished-contest.ts";
import { aBranch, anOrganisation, aPerson } from "#tests/world/people.ts";
import { ledgerOf, switchPointsOn } from "#tests/world/points.ts";
import { aPublishedQuestion, aQuestionDesk, single } from "#tests/world/questions.ts";
import { aRoom } from "#tests/world/room.ts";
import { told } from "#tests/world/tell.ts";

const began = Date.parse("2026-12-01T02:00:00Z");
const day = (number: number, seconds = 0) => new Date(began + number * 86_400_000 + seconds * 1_000);
let desk: Awaited<ReturnType<typeof aQuestionDesk>>;
beforeAll(async () => {
  await anOrganisation();
  const top = await aBranch();
  await switchPointsOn(await aPerson(top.id, { held: [{ office: "admin", branchId: top.id }] }), new Date("2026-11-01T00:00:00Z"));
  desk = await aQuestionDesk();
  for (let at = 0; at < 6; at += 1) await aPublishedQuestion(desk);
});

/** Answers the next question of the person's daily five. */
async function answerNext(person: number, id: number, now: Date, isRight: boolean) {
  const { next } = await told(getPractice, person, { id }, now);
  if (next?.body.kind !== "single") throw new Error("nothing to answer");
  const right = next.body.options.indexOf("乙");
  const said = { id, slot: next.slot, version: next.version, response: { picks: [isRight ? right : (right + 1) % 3] } };
  return { said, reply: await told(answerPractice, person, said, now) };
}

test("the daily five pay once when they are done, however many were right; the review of a day when it is gone over", async () => {
  const person = await aPerson(desk.left);
  const { id } = await told(startPractice, person, { mode: "daily" }, day(0));
  let last: Awaited<ReturnType<typeof answerNext>> | undefined;
  for (let at = 0; at < 5; at += 1) {
    expect(await ledgerOf(person)).toEqual([]);
    last = await answerNext(person, id, day(0, at * 10), at > 1);
  }
  await Promise.all([1, 2, 3].map(() => told(answerPractice, person, last?.said ?? {}, day(0, 99))));
  expect(await ledgerOf(person)).toEqual([["daily", `practice ${id}`, "2026-12-01", 5, 5]]);

  const { cards } = await told(listReview, person, {}, day(1));
  expect(cards).toHaveLength(2);
  for (const [at, card] of cards.entries()) {
    expect((await ledgerOf(person)).map(([rule]) => rule)).toEqual(["daily"]);
    if (card.body.kind !== "single") throw new Error("no single choice");
    const response = { picks: [card.body.options.indexOf("乙")] };
    const said = { questionId: card.questionId, version: card.version, since: card.answeredAt, response };
    await told(answerReview, person, said, day(1, at * 10));
    await told(answerReview, person, said, day(1, at * 10 + 1));
  }
  expect(await ledgerOf(person)).toEqual([
    ["daily", `practice ${id}`, "2026-12-01", 5, 5],
    ["review", "review 2026-12-02", "2026-12-02", 3, 3],
  ]);
});

test("who wrote a question is paid when somebody else takes it into the bank; a later wording pays nothing", async () => {
  const before = await ledgerOf(desk.organizer);
  const { id } = await told(createQuestion, desk.organizer, { ...single(), submit: true }, day(2));
  expect(await ledgerOf(desk.organizer)).toEqual(before);
  await told(reviewQuestion, desk.reviewer, { id, number: 1, verdict: "publish" }, day(2));
  expect(await ledgerOf(desk.organizer)).toEqual([...before, ["contribution", `question ${id}`, "2026-12-03", 5, 5]]);
  await database("desk").execute(sql`update questions set state = 'in_review' where id = ${id}`);
  await told(reviewQuestion, desk.reviewer, { id, number: 1, verdict: "publish" }, day(3));
  expect(await ledgerOf(desk.organizer)).toHaveLength(before.length + 1);
});

test("who was at a meeting is paid when it is closed; a check-in that was a mistake is taken back, and one that was none is paid again", async () => {
  const room = await aRoom(3);
  const [one = 0, two = 0, three = 0] = room.members;
  const rulesOf = async (person: number) => (await ledgerOf(person)).map(([rule, , , , granted]) => [rule, granted]);
  await room.does(openMeeting, room.chair, 0);
  for (const personId of [one, two]) await room.does(tickPerson, room.recorder, 60, { personId });
  expect(await rulesOf(one)).toEqual([]);
  await room.does(closeMeeting, room.chair, 5_000);
  expect([await rulesOf(one), await rulesOf(two), await rulesOf(three)]).toEqual([[["meeting", 5]], [["meeting", 5]], []]);
  await room.does(tickPerson, room.recorder, 5_100, { personId: three });
  await room.does(undoCheckIn, room.recorder, 5_200, { personId: two });
  expect([await rulesOf(two), await rulesOf(three)]).toEqual([
    [
      ["meeting", 5],
      ["taken-back", -5],
    ],
    [["meeting", 5]],
  ]);
  await room.does(reopenMeeting, room.chair, 5_300);
  await room.does(tickPerson, room.recorder, 5_400, { personId: two });
  await room.does(closeMeeting, room.chair, 5_500);
  expect(await rulesOf(one)).toEqual([["meeting", 5]]);
  expect(await rulesOf(two)).toEqual([
    ["meeting", 5],
    ["taken-back", -5],
    ["meeting", 5],
  ]);
});

test("D7: a contest pays by the share of its marks when its results are published; a ruling is followed by what it changes, and taken back too", async () => {
  const world = await aFinishedContest({ people: 12, seed: "points" });
  const people = world.sitters.map(({ personId }) => personId);
  const worth = 10 * 10_000 + 4 * 5_000;
  const expected = async () => {
    const { rows } = await database("desk").execute<{ person_id: string; score_milli: number }>(
      sql`select e.person_id, s.score_milli from standings s join entries e on e.id = s.entry_id where s.contest_id = ${world.contestId}`,
    );
    return new Map(rows.map((row) => [Number(row.person_id), Math.round((row.score_milli * 10) / worth)]));
  };
  const sums = async () =>
    new Map(
      await Promise.all(
        people.map(async (person) => [person, (await ledgerOf(person)).reduce((sum, [, , , , granted]) => sum + granted, 0)] as const),
      ),
    );
  await told(publishResults, world.organizer, { slug: world.slug }, contestTime(300));
  const [first] = await database("desk").select({ at: contests.resultsAt }).from(contests).where(sql`id = ${world.contestId}`);
  expect(first?.at).not.toBeNull();
  const before = await expected();
  expect(new Set(before.values()).size).toBeGreaterThan(2);
  expect(await sums()).toEqual(before);

  const rule = async (at: number, kind: string) => {
    const asked = { slug: world.slug, versionId: world.versions[at], kind, reason: "答案有争议" };
    const { id } = await told(proposeRuling, world.organizer, asked, contestTime(310));
    await told(decideRuling, world.approver, { id, verdict: "approve" }, contestTime(311));
    await told(applyRuling, world.organizer, { id }, contestTime(312));
    await told(applyRuling, world.organizer, { id }, contestTime(313));
    return id;
  };
  const ruling = await rule(0, "void_full");
  const after = await expected();
  expect(after).not.toEqual(before);
  expect(await sums()).toEqual(after);
  const changed = people.filter((person) => before.get(person) !== after.get(person));
  for (const person of people) expect((await ledgerOf(person)).length).toBe(changed.includes(person) ? 2 : 1);

  const { id } = await told(takeBackRuling, world.organizer, { id: ruling, reason: "裁定有误" }, contestTime(320));
  await told(decideRuling, world.approver, { id, verdict: "approve" }, contestTime(321));
  await told(applyRuling, world.organizer, { id }, contestTime(322));
  expect(await expected()).toEqual(before);
  expect(await sums()).toEqual(before);
});
