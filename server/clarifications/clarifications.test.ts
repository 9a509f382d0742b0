import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { aBranch, aPerson } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { announce } from "./announce.ts";
import { answerClarification } from "./answer-clarification.ts";
import { askClarification } from "./ask-clarification.ts";
import { listBroadcasts } from "./list-broadcasts.ts";
import { listClarifications } from "./list-clarifications.ts";
import { listClarificationsDesk } from "./list-clarifications-desk.ts";

let world: Awaited<ReturnType<typeof aContest>>;
let ada: number;
let bob: number;
let contestId: number;
beforeAll(async () => {
  world = await aContest();
  [ada, bob] = await Promise.all([aPerson(world.left.id), aPerson(world.right.id)]);
  const { rows } = await database("desk").execute<{ id: string }>(sql`select id from contests where slug = ${world.slug}`);
  contestId = Number(rows[0]?.id);
});

const askAs = async (who: number, question: string, minutes: number) =>
  (await told(askClarification, who, { slug: world.slug, question }, at(minutes))).id;
const seenBy = async (who: number, minutes: number) => (await told(listClarifications, who, { slug: world.slug }, at(minutes))).items;

test("a private answer is the asker's alone, and the asker is told", async () => {
  const id = await askAs(ada, "第三题说的是哪一年？", 5);
  expect((await seenBy(ada, 6)).find((one) => one.id === id)).toMatchObject({ isOwn: true, answer: null });
  expect(await seenBy(bob, 6)).toEqual([]);
  await told(answerClarification, world.organizer, { id, answer: "以题面为准。", to: "asker" }, at(7));
  expect((await seenBy(ada, 8)).find((one) => one.id === id)).toMatchObject({ answer: "以题面为准。", isBroadcast: false });
  expect(await seenBy(bob, 8)).toEqual([]);
  expect(await listBroadcasts(contestId)).toEqual([]);
  const { rows } = await database("desk").execute(
    sql`select path from notices where person_id = ${ada} and kind = 'clarification-answered'`,
  );
  expect(rows).toEqual([{ path: `/contests/${world.slug}#clarifications` }]);
});

test("told to all it reaches everybody without who asked, and open pages hear of it", async () => {
  const id = await askAs(bob, "可以用草稿纸吗？", 10);
  const changes = async () =>
    (await database("desk").execute(sql`select 1 from live_changes where contest_id = ${contestId} and change = 'clarification'`)).rows
      .length;
  const before = await changes();
  await told(answerClarification, world.organizer, { id, answer: "可以。", to: "all" }, at(11));
  await told(announce, world.organizer, { slug: world.slug, text: "第五题题面多印了一个“不”字。" }, at(12));
  expect(await changes()).toBe(before + 2);
  const items = await seenBy(ada, 13);
  expect(items.filter(({ isOwn }) => !isOwn).map(({ question, answer }) => [question, answer])).toEqual([
    ["", "第五题题面多印了一个“不”字。"],
    ["可以用草稿纸吗？", "可以。"],
  ]);
  expect((await listBroadcasts(contestId)).map(({ answer }) => answer)).toEqual(["第五题题面多印了一个“不”字。", "可以。"]);
  expect(Object.keys((await listBroadcasts(contestId))[1] ?? {})).toEqual(["id", "question", "answer", "answeredAt"]);
});

test("two who answer at once: the first answer stands, and the second hears that it does", async () => {
  const id = await askAs(ada, "能延长吗？", 15);
  const input = { id, to: "asker" };
  const codes = await Promise.all([
    codeOf(answerClarification, world.organizer, { ...input, answer: "不能。" }, at(16)),
    codeOf(answerClarification, world.organizer, { ...input, answer: "可以。" }, at(16)),
  ]);
  expect(codes.toSorted()).toEqual(["already-answered", "done"]);
});

test("six at once are five and a refusal; ten minutes later one may ask again", async () => {
  const carl = await aPerson(world.left.id);
  const codes = await Promise.all(
    Array.from({ length: 6 }, (_, n) => codeOf(askClarification, carl, { slug: world.slug, question: `问题${n}` }, at(20))),
  );
  expect(codes.filter((code) => code === "asked-too-often")).toHaveLength(1);
  expect(await codeOf(askClarification, carl, { slug: world.slug, question: "又一个" }, at(31))).toBe("done");
});

test("only while it runs, only who may enter, only the organizer answers and reads them all", async () => {
  const stranger = await aPerson((await aBranch()).id);
  const ask = { slug: world.slug, question: "？？" };
  expect(await codeOf(askClarification, stranger, ask, at(5))).toBe("not-found");
  expect(await codeOf(listClarifications, stranger, { slug: world.slug }, at(5))).toBe("not-found");
  expect(await codeOf(askClarification, ada, ask, at(-60))).toBe("not-running");
  expect(await codeOf(askClarification, ada, ask, at(500))).toBe("not-running");
  expect(await codeOf(askClarification, ada, { ...ask, question: "  " }, at(40))).toBe("invalid");
  expect(await codeOf(listClarificationsDesk, ada, { slug: world.slug }, at(40))).toBe("forbidden");
  const id = await askAs(bob, "谁来答？", 45);
  expect(await codeOf(answerClarification, ada, { id, answer: "我", to: "all" }, at(46))).toBe("not-found");
  const { items } = await told(listClarificationsDesk, world.organizer, { slug: world.slug }, at(47));
  expect(items[0]?.answer).toBeNull();
  expect(items.find((one) => one.id === id)).toMatchObject({ question: "谁来答？", answer: null });
});
