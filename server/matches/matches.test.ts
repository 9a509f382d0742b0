// Above 150 lines: what a match may and may not do stands together.
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { contestPool, contests } from "#db/schema/contests.ts";
import { matches, matchPlayers, matchWaiters, ratings } from "#db/schema/matches.ts";
import { organisation, people } from "#db/schema/people.ts";
import { pointPolicies } from "#db/schema/points.ts";
import { questions } from "#db/schema/questions.ts";
import { contestRulesSchema } from "#domain/contests/rules.ts";
import { DEFAULT_POLICY } from "#domain/points/policy.ts";
import { exportMyData } from "#server/people/export-my-data.ts";
import { getPointRules } from "#server/points/get-point-rules.ts";
import { listReview } from "#server/reviews/list-review.ts";
import { anOrganisation, aPerson } from "#tests/world/people.ts";
import { ledgerOf, switchPointsOn } from "#tests/world/points.ts";
import { aPublishedQuestion, aQuestionDesk } from "#tests/world/questions.ts";
import { codeOf, tell, told } from "#tests/world/tell.ts";
import { answerMatch } from "./answer-match.ts";
import { askForMatch } from "./ask-for-match.ts";
import { getMatch } from "./get-match.ts";
import { getQueue } from "./get-queue.ts";
import { leaveMatch } from "./leave-match.ts";
import { leaveQueue } from "./leave-queue.ts";
import { endOverdueMatches } from "./settle-match.ts";
import { stayInQueue } from "./stay-in-queue.ts";

let desk: ReturnType<typeof database>;
let judge: ReturnType<typeof database>;
let house: Awaited<ReturnType<typeof aQuestionDesk>>;
let bank: number[];
beforeAll(async () => {
  [desk, judge] = [database("desk"), database("judge")];
  await anOrganisation(false);
  house = await aQuestionDesk();
  bank = [];
  for (let at = 0; at < 6; at += 1) bank.push(await aPublishedQuestion(house));
});
/** Every test has a day of its own, long after the others' waiting. */
let began = Date.parse("2027-03-01T02:00:00Z");
beforeEach(async () => {
  began += 86_400_000;
  await judge.delete(matchWaiters);
});
const at = (seconds: number) => new Date(began + seconds * 1_000);
const player = () => aPerson(house.left);
const ask = (personId: number, seconds: number, size = 2) => told(askForMatch, personId, { size }, at(seconds));
const look = (personId: number, id: number, seconds: number) => told(getMatch, personId, { id }, at(seconds));

/** Answers what is open, right or wrong. */
async function answer(personId: number, id: number, seconds: number, isRight: boolean) {
  const { question } = await look(personId, id, seconds);
  if (question?.body.kind !== "single") throw new Error("nothing to answer");
  const right = question.body.options.indexOf("乙");
  const said = { id, slot: question.slot, version: question.version, response: { picks: [isRight ? right : (right + 1) % 3] } };
  await told(answerMatch, personId, said, at(seconds));
  return said;
}

/** A duel that has been played: by turns of who answers first, each so many of five right. Its first question opened 3 s after `from`. */
async function played(one: number, two: number, rights: readonly [number, number], from = 0): Promise<number> {
  await ask(one, from);
  const id = (await ask(two, from)).matchId ?? 0;
  for (let slot = 0; slot < 5; slot += 1) {
    const opens = from + 3 + slot * 8;
    await answer(one, id, opens + 1, slot < rights[0]);
    await answer(two, id, opens + 2, slot < rights[1]);
  }
  return id;
}

test("in light-burden mode nobody is set against anybody", async () => {
  const one = await player();
  await desk.update(organisation).set({ lightBurden: true });
  expect(await codeOf(askForMatch, one, { size: 2 }, at(0))).toBe("light-burden");
  expect(await codeOf(stayInQueue, one, {}, at(0))).toBe("light-burden");
  expect(await told(getQueue, one, {}, at(0))).toMatchObject({ isOn: false, state: "none" });
  await desk.update(organisation).set({ lightBurden: false });
  expect(await told(getQueue, one, {}, at(0))).toMatchObject({ isOn: true, pays: false });
  expect(await codeOf(askForMatch, one, { size: 3 }, at(0))).toBe("invalid");
});

test("two who ask at once, each of them four times, are in one match; twenty are in ten, and four in one race", async () => {
  const two = [await player(), await player()];
  const said = await Promise.all([...two, ...two, ...two, ...two].map((who) => tell(askForMatch, who, { size: 2 }, at(0))));
  expect(said.every(({ ok }) => ok)).toBe(true);
  const open = await Promise.all(two.map((who) => told(getQueue, who, {}, at(1))));
  expect(open[0]?.matchId).toBe(open[1]?.matchId);
  expect(
    await judge
      .select()
      .from(matchPlayers)
      .where(eq(matchPlayers.personId, two[0] ?? 0)),
  ).toHaveLength(1);

  const crowd = await Promise.all(Array.from({ length: 20 }, player));
  await Promise.all(crowd.map((who) => told(askForMatch, who, { size: 2 }, at(2))));
  const games = await Promise.all(crowd.map(async (who) => (await told(getQueue, who, {}, at(3))).matchId));
  expect(new Set(games).size).toBe(10);
  expect(await judge.select().from(matchWaiters)).toEqual([]);

  const four = await Promise.all(Array.from({ length: 4 }, player));
  await Promise.all(four.map((who) => ask(who, 4, 4)));
  const races = await Promise.all(four.map(async (who) => (await told(getQueue, who, {}, at(5))).matchId));
  expect(new Set(races).size).toBe(1);
  expect(await look(four[2] ?? 0, races[0] ?? 0, 5)).toMatchObject({ size: 4, stage: "soon", total: 5, question: null, done: [] });
});

test("who waits is dropped by the clock or by leaving, is never brought back by a late sign of life, and goes on waiting when asking again", async () => {
  const [one, two, three] = [await player(), await player(), await player()];
  expect(await ask(one, 0)).toMatchObject({ state: "waiting", since: at(0) });
  expect(await told(stayInQueue, one, {}, at(9))).toMatchObject({ state: "waiting", since: at(0) });
  expect(await ask(one, 12)).toMatchObject({ state: "waiting", since: at(0) });
  expect(await told(getQueue, one, {}, at(21.9))).toMatchObject({ state: "waiting" });
  expect(await ask(two, 22)).toMatchObject({ state: "waiting" });
  expect(await told(stayInQueue, one, {}, at(22.1))).toMatchObject({ state: "none" });
  expect(await told(leaveQueue, two, {}, at(23))).toMatchObject({ state: "none" });
  expect(await told(stayInQueue, two, {}, at(23.1))).toMatchObject({ state: "none" });
  expect(await ask(three, 23.2)).toMatchObject({ state: "waiting" });
});

test("even ones first, wider with the time that was waited", async () => {
  const [strong, weak, even] = [await player(), await player(), await player()];
  await judge.insert(ratings).values({ personId: strong, rating: 1_600, standing: 1_600, games: 20, changedAt: at(0) });
  await ask(strong, 0);
  expect(await ask(weak, 1)).toMatchObject({ state: "waiting" });
  expect(await told(stayInQueue, strong, {}, at(8))).toMatchObject({ state: "waiting" });
  expect(await ask(even, 10.5)).toMatchObject({ state: "playing" });
  expect(await told(getQueue, weak, {}, at(10.9))).toMatchObject({ state: "playing" });
  expect(await told(stayInQueue, strong, {}, at(16))).toMatchObject({ state: "waiting" });
  const late = await player();
  expect(await ask(late, 17)).toMatchObject({ state: "waiting" });
  expect(await told(stayInQueue, strong, {}, at(20))).toMatchObject({ state: "playing" });
  expect(await told(getQueue, late, {}, at(20))).toMatchObject({ state: "playing" });
});

test("the same questions for both; no key before a question is over for both, nothing of later ones, the first answer stands, another's match is not there", async () => {
  const [one, two, stranger] = [await player(), await player(), await player()];
  await ask(one, 0);
  const id = (await ask(two, 0)).matchId ?? 0;
  expect(await codeOf(answerMatch, one, { id, slot: 0, version: 1, response: { picks: [0] } }, at(2.9))).toBe("match-not-yet");
  const before = [await look(one, id, 3), await look(two, id, 3)];
  expect(before[0]?.question?.version).toBe(before[1]?.question?.version);
  const said = await answer(one, id, 4, false);
  // A second answer is told of the first and changes nothing.
  const again = { ...said, response: { picks: [0, 1, 2].filter((place) => place !== said.response.picks[0]).slice(0, 1) } };
  expect(await told(answerMatch, one, again, at(5))).toMatchObject({ answeredAt: at(4) });
  expect(await codeOf(answerMatch, one, { ...said, slot: 1 }, at(5))).toBe("match-not-yet");
  expect(await codeOf(answerMatch, two, { ...said, version: said.version + 1 }, at(5))).toBe("no-such-slot");
  expect(await codeOf(answerMatch, two, { ...said, response: null }, at(5))).toBe("no-answer");
  for (const who of [one, two]) {
    const seen = await look(who, id, 6);
    expect(seen).toMatchObject({ stage: "open", slot: 0, until: at(23), done: [], players: [{ rightCount: 0 }, { rightCount: 0 }] });
    expect(JSON.stringify(seen)).not.toMatch(/因为|correct|isRight/);
  }
  expect(await look(one, id, 6)).toMatchObject({ answered: { response: said.response, at: at(4) } });
  expect(await look(two, id, 6)).toMatchObject({ answered: null });
  await answer(two, id, 22.999, true);
  const seen = await look(one, id, 23);
  expect(seen).toMatchObject({ stage: "told", slot: 0, question: null, until: at(28.999) });
  expect(seen.done).toMatchObject([{ slot: 0, response: said.response, isRight: false, reveal: { explanation: "因为是乙。" } }]);
  expect(seen.players.map(({ rightCount }) => rightCount).toSorted()).toEqual([0, 1]);
  expect(await codeOf(answerMatch, two, { ...said, slot: 1 }, at(25))).toBe("match-not-yet");
  const { versionIds } = (await judge.select().from(matches).where(eq(matches.id, id)))[0] ?? { versionIds: [] };
  expect(JSON.stringify(seen)).not.toContain(`"version":${versionIds[1]}`);
  for (const verb of [getMatch, leaveMatch]) expect(await codeOf(verb, stranger, { id }, at(25))).toBe("not-found");
  expect(await codeOf(answerMatch, stranger, said, at(25))).toBe("not-found");
});

test("the window is half-open by the server's clock; who goes away loses, whoever is left is not kept waiting, and the clock ends it all", async () => {
  const [one, two] = [await player(), await player()];
  await ask(one, 0);
  const id = (await ask(two, 0)).matchId ?? 0;
  const version = (await look(one, id, 3)).question?.version;
  await answer(one, id, 4, true);
  expect(await codeOf(answerMatch, two, { id, slot: 0, version, response: { picks: [0] } }, at(23))).toBe("match-late");
  await told(leaveMatch, two, { id }, at(30));
  expect(await look(two, id, 31)).toMatchObject({ hasLeft: true, question: null, done: [] });
  expect(await codeOf(answerMatch, two, { id, slot: 1, version, response: { picks: [0] } }, at(31))).toBe("match-over");
  // Whoever left may ask for another one; the match that was left goes on.
  expect(await ask(two, 32)).toMatchObject({ state: "waiting" });
  await answer(one, id, 31, false);
  expect(await look(one, id, 31)).toMatchObject({ stage: "told", slot: 1, until: at(37) });
  // Nothing is heard of the other one from here on either: three more windows.
  expect(await look(one, id, 37 + 20 + 26 + 26)).toMatchObject({ stage: "over" });
  await Promise.all([endOverdueMatches(at(300)), endOverdueMatches(at(300))]);
  const rows = await judge.select().from(matchPlayers).where(eq(matchPlayers.matchId, id));
  const of = (who: number) => rows.find(({ personId }) => personId === who);
  expect([of(one)?.place, of(two)?.place, of(one)?.rightCount]).toEqual([1, 2, 1]);
  const rated = await judge.select().from(ratings).where(sql`${ratings.personId} in (${one}, ${two})`);
  expect(rated.map(({ games }) => games)).toEqual([1, 1]);
  expect(rated.reduce((sum, { rating }) => sum + rating, 0)).toBeCloseTo(2_000, 6);
});

test("at the end: one's own result and progress, wrong answers in the wrong-book, no rating anywhere but in the own export", async () => {
  const [one, two] = [await player(), await player()];
  await played(one, two, [1, 4]);
  const id = await played(one, two, [3, 4], 100);
  const seen = await look(one, id, 200);
  expect(seen).toMatchObject({ stage: "over", progress: { matchesBefore: 1, rightBefore: 1, questionsBefore: 5, points: null } });
  expect(seen.done.map(({ isRight }) => isRight)).toEqual([true, true, true, false, false]);
  expect(seen.players.find(({ seat }) => seat === seen.seat)).toMatchObject({ rightCount: 3 });
  expect(JSON.stringify([seen, await told(getQueue, one, {}, at(200))])).not.toMatch(/rating|standing|place/);
  const due = await told(listReview, one, {}, at(86_400));
  expect(due.cards.length).toBeGreaterThan(0);
  expect(due.cards.every(({ cause }) => cause === "practice")).toBe(true);
  const mine = await told(exportMyData, one, {}, at(300));
  expect(mine.matches).toHaveLength(2);
  expect(mine.matchAnswers).toHaveLength(10);
  expect(mine.matchRatings).toMatchObject([{ games: 2 }]);
  await expect(judge.execute(sql`update match_answers set is_right = true`)).rejects.toThrow();
});

test("points: only where the policy has the rule on; the first match of a day, 80 % for a loss, nothing for leaving, nothing twice", async () => {
  const admin = await aPerson(house.root, { held: [{ office: "admin", branchId: house.root }] });
  // A policy that was stored before the rule was thought of gives nothing for it, and is read all the same.
  const { duel: _duel, ...rules } = DEFAULT_POLICY.rules;
  await desk.insert(pointPolicies).values({ policy: { ...DEFAULT_POLICY, isOn: true, rules }, validFrom: at(-60), savedAt: at(-60) });
  const [one, two, three] = [await player(), await player(), await player()];
  expect((await told(getPointRules, one, {}, at(0))).current?.policy.rules.duel).toEqual({ points: 0, group: null });
  const old = [await player(), await player()] as const;
  await played(...old, [2, 1]);
  expect(await ledgerOf(old[0])).toEqual([]);

  await switchPointsOn(admin, at(60), { duel: 10 });
  const day = at(0).toISOString().slice(0, 10);
  const id = await played(one, two, [5, 2], 100);
  expect(await ledgerOf(one)).toEqual([["duel", `duel ${day}`, day, 10, 10]]);
  expect(await ledgerOf(two)).toEqual([["duel", `duel ${day}`, day, 8, 8]]);
  expect(await look(two, id, 200)).toMatchObject({ progress: { points: 8 } });
  await played(one, two, [0, 5], 200);
  expect([await ledgerOf(one), await ledgerOf(two)].map(({ length }) => length)).toEqual([1, 1]);
  // The standing moved in the first one alone: giving the second one away made no later win worth more.
  const [given] = await judge.select().from(ratings).where(eq(ratings.personId, one));
  expect(given?.standing).toBe(1_024);
  expect(given?.rating).toBeLessThan(1_024);

  await ask(three, 300);
  const gone = (await ask(one, 300)).matchId ?? 0;
  await answer(three, gone, 304, true);
  await told(leaveMatch, three, { id: gone }, at(305));
  await endOverdueMatches(at(500));
  await played(three, two, [5, 0], 600);
  expect(await ledgerOf(three)).toEqual([]);
});

test("private, retired, other branches' and kept questions are never drawn; what a contest takes in the midst tells no key", async () => {
  const [one, two] = [await player(), await player()];
  const [spare = 0] = bank;
  await desk.update(questions).set({ isPrivate: true }).where(eq(questions.id, spare));
  await ask(one, 0);
  const id = (await ask(two, 0)).matchId ?? 0;
  const drawn = await judge.execute<{ question_id: string }>(
    sql`select question_id from question_versions where id = any((select version_ids from matches where id = ${id})::bigint[])`,
  );
  expect(drawn.rows.map(({ question_id }) => Number(question_id)).toSorted()).toEqual(bank.filter((one) => one !== spare).toSorted());
  const question = (await look(one, id, 3)).question;
  const contest = {
    ...{ slug: "kept-in-a-match", title: "t", branchId: house.root, rules: contestRulesSchema.parse({ limitMs: 600_000 }), blueprint: [] },
    ...{ opensAt: at(0), closesAt: at(9_000), createdAt: at(0), publishedAt: at(0), seed: "x" },
  };
  const [kept] = await desk.insert(contests).values(contest).returning({ id: contests.id });
  await desk.insert(contestPool).values({ contestId: kept?.id ?? 0, versionId: question?.version ?? 0 });
  expect(await look(one, id, 4)).toMatchObject({ stage: "open", question: null });
  const said = { id, slot: 0, version: question?.version, response: { picks: [0] } };
  expect(await codeOf(answerMatch, one, said, at(4))).toBe("kept-for-contest");
  expect((await look(one, id, 24)).done).toMatchObject([{ slot: 0, reveal: null }]);
  // Four are left: too few for a match.
  expect(await codeOf(askForMatch, await player(), { size: 2 }, at(30))).toBe("too-few-for-match");
  await desk.delete(contestPool);
  await desk.update(questions).set({ isPrivate: false }).where(eq(questions.id, spare));
});

test("who needs more time makes the window longer for both (D16)", async () => {
  const [one, two] = [await player(), await player()];
  await desk.update(people).set({ timePercent: 150 }).where(eq(people.id, two));
  await ask(one, 0);
  const id = (await ask(two, 0)).matchId ?? 0;
  expect(await look(one, id, 3)).toMatchObject({ stage: "open", until: at(33), windowMs: 30_000 });
});
