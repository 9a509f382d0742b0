import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { makeAnnotation } from "#server/annotations/make-annotation.ts";
import { exportMyData } from "#server/people/export-my-data.ts";
import { createQuestion } from "#server/questions/create-question.ts";
import { reviewQuestion } from "#server/questions/review-question.ts";
import { aPublishedMaterial } from "#tests/world/materials.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { aPublishedQuestion, aQuestionDesk, single } from "#tests/world/questions.ts";
import { told } from "#tests/world/tell.ts";
import { castBallot } from "./cast-ballot.ts";
import { countBookVote } from "./count-book-vote.ts";
import { getBookVote } from "./get-book-vote.ts";
import { getKit } from "./get-kit.ts";
import { getRota } from "./get-rota.ts";
import { listGroupQuestions } from "./list-group-questions.ts";
import { makeGroup } from "./make-group.ts";
import { makePlan } from "./make-plan.ts";
import { nominateBook } from "./nominate-book.ts";
import { openVote } from "./open-vote.ts";
import { retireNominee } from "./retire-nominee.ts";

const now = new Date("2027-01-04T02:00:00Z");
const BODY = "## 缘起\n\n第一章甲。\n\n第一章乙。\n\n## 经过\n\n第二章甲。\n\n## 意义\n\n第三章甲。";
let two: Awaited<ReturnType<typeof aQuestionDesk>>;
let ada: number, bo: number, cai: number, outsider: number;
let slug = "";
let text = "";
let groupId = 0;
const at = (id: number, when = now) => as(id, when);
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

beforeAll(async () => {
  await anOrganisation();
  two = await aQuestionDesk();
  [ada, bo, cai, outsider] = [await aPerson(two.left), await aPerson(two.right), await aPerson(two.left), await aPerson(two.left)];
  const numbers = new Map((await database("desk").select().from(people)).map(({ id, staffNo }) => [id, staffNo]));
  text = await aPublishedMaterial(two, { title: "一部书", body: BODY });
  const memberNos = `${numbers.get(bo)} ${numbers.get(cai)}`;
  const wishes = { name: "小组", branchId: two.left, isPrivate: true, leaderNo: numbers.get(ada), memberNos };
  slug = valueOf(await makeGroup.call(await at(two.leader), wishes)).slug;
  const [made] = await database("desk").query.groups.findMany({ where: (group) => eq(group.slug, slug) });
  groupId = made?.id ?? 0;
  const days = { startsOn: "2027-01-05", endsOn: "2027-02-10", every: "week", interval: 2, weekdays: ["4"] };
  const clocks = { startClock: "14:30", endClock: "16:00" };
  valueOf(await makePlan.call(await at(ada), { slug, title: "读书", ...days, ...clocks, materials: text, byChapters: "on" }));
});

describe("the hand-over kit", () => {
  const kit = async (who: number, meeting = 0) => {
    const { meetings } = valueOf(await getRota.call(await at(ada), { slug }));
    return getKit.call(await at(who), { slug, id: meetings[meeting]?.id ?? 0 });
  };
  const leadOf = async (meeting: number) => valueOf(await getRota.call(await at(ada), { slug })).meetings[meeting]?.leader?.id ?? 0;

  test("sections are the chapters of the text, by its own headings", async () => {
    const { meetings } = valueOf(await getRota.call(await at(ada), { slug }));
    expect(meetings.map(({ title }) => title)).toEqual(["一部书：缘起", "一部书：经过", "一部书：意义"]);
  });

  test("section, open questions of the passage, three prompts, five questions; no key and no explanation leaves", async () => {
    const ask = async (block: string, exact: string, body: string, visibility: string) =>
      told(makeAnnotation, bo, {
        ...{ slug: text, number: 1, block, start: 0, end: exact.length, exact, kind: "question", body, visibility },
        ...(visibility === "group" && { groupId }),
      });
    await ask("p1", "第一章", "这是哪一年？", "group");
    await ask("p2", "第一章", "自己再想想", "private");
    await ask("p3", "第二章", "为什么？", "group");
    for (const [place, passage] of ["p1", "p2", "p3", "p4", "p1", "p4"].entries()) {
      const question = { ...single(`关于第${place}处，问什么？`), material: text, passage, submit: true };
      const { id } = await told(createQuestion, two.author, question);
      await told(reviewQuestion, two.reviewer, { id, number: 1, verdict: "publish" });
    }
    await aPublishedQuestion(two, "与这本书无关的题？");
    const shown = valueOf(await kit(await leadOf(0)));
    expect(shown.section).toEqual({ title: "一部书：缘起", pages: "", fromBlock: "p1", toBlock: "p2" });
    expect(shown.questions.map(({ body }) => body)).toEqual(["这是哪一年？"]);
    expect(shown.prompts.map(({ kind, about }) => [kind, about])).toEqual([
      ["gist", "缘起"],
      ["question", "这是哪一年？"],
      ["practice", "缘起"],
    ]);
    expect(shown.quiz).toHaveLength(5);
    expect(shown.quiz.slice(0, 3).map(({ body }) => JSON.stringify(body).includes("关于第"))).toEqual([true, true, true]);
    expect(JSON.stringify(shown)).not.toMatch(/因为是乙|correct|与这本书无关/);
    expect(valueOf(await kit(await leadOf(0))).quiz).toEqual(shown.quiz);
  });

  test("for the lead reader and whoever leads the group; not for another member, nor for an outsider", async () => {
    const lead = await leadOf(0);
    const member = [bo, cai].find((id) => id !== lead) ?? 0;
    expect(refusalOf(await kit(member))).toBe("not-found");
    expect(refusalOf(await kit(outsider))).toBe("not-found");
    expect(refusalOf(await kit(ada))).toBe("ok");
    // An office over the branch is handed the kit, but questions asked within the group are not its to read.
    expect(valueOf(await kit(two.leader)).questions).toEqual([]);
  });

  test("open questions of the group are for its members alone", async () => {
    expect(valueOf(await listGroupQuestions.call(await at(cai), { slug })).questions.map(({ body }) => body)).toEqual([
      "为什么？",
      "这是哪一年？",
    ]);
    expect(refusalOf(await listGroupQuestions.call(await at(two.leader), { slug }))).toBe("not-found");
    expect(refusalOf(await listGroupQuestions.call(await at(outsider), { slug }))).toBe("not-found");
  });
});

describe("which book next", () => {
  const vote = async (who: number, when = now) => valueOf(await getBookVote.call(await at(who, when), { slug }));
  const nominate = async (who: number, title: string) => nominateBook.call(await at(who), { slug, title });
  const cast = async (who: number, id: number, nominees: readonly (number | undefined)[], when = now) =>
    castBallot.call(await at(who, when), { slug, id, nominees });

  test("k votes each, one a book at most; counts are told when it is counted; the others stay nominated", async () => {
    const books = [];
    for (const title of ["甲书", "乙书", "丙书"]) books.push(valueOf(await nominate(bo, title)).id);
    expect(refusalOf(await nominate(cai, "甲书"))).toBe("already-nominated@title");
    expect(refusalOf(await nominate(outsider, "丁书"))).toBe("not-found");
    expect(refusalOf(await openVote.call(await at(bo), { slug, closesOn: "2027-01-20" }))).toBe("not-found");
    expect(refusalOf(await openVote.call(await at(ada), { slug, closesOn: "2026-12-20" }))).toBe("window-is-over@closesOn");
    const { id } = valueOf(await openVote.call(await at(ada), { slug, votesEach: 2, closesOn: "2027-01-20" }));
    expect(refusalOf(await openVote.call(await at(ada), { slug, closesOn: "2027-01-20" }))).toBe("already-open-vote");
    expect(refusalOf(await cast(bo, id, books))).toBe("too-many-votes@nominees");
    expect(refusalOf(await cast(bo, id, [books[0], books[0]]))).toBe("vote-twice@nominees");
    expect(refusalOf(await cast(bo, id, [9e12]))).toBe("no-such-nominee@nominees");
    valueOf(await cast(bo, id, [books[0], books[2]]));
    valueOf(await cast(bo, id, [books[0], books[1]]));
    valueOf(await cast(ada, id, [books[1]]));
    const open = await vote(bo);
    expect(open.open).toMatchObject({ voted: 2, members: 3, own: [books[0], books[1]], mayCount: false, tied: [] });
    expect(JSON.stringify(open)).not.toContain('"votes":');
    expect(refusalOf(await countBookVote.call(await at(ada), { slug, id }))).toBe("vote-still-open");
    expect(refusalOf(await cast(cai, id, [books[0]], later(30)))).toBe("vote-closed");
    valueOf(await cast(cai, id, [books[1]]));
    expect(refusalOf(await retireNominee.call(await at(bo), { slug, id: books[1] }))).toBe("already-voted-for");
    expect(valueOf(await countBookVote.call(await at(ada), { slug, id }))).toEqual({ chosen: books[1], isTie: false });
    expect(refusalOf(await countBookVote.call(await at(ada), { slug, id }))).toBe("already-counted");
    const [result] = (await vote(cai)).results;
    expect(result?.lines.map(({ title, votes, place, isChosen }) => [title, votes, place, isChosen])).toEqual([
      ["乙书", 3, 1, true],
      ["甲书", 1, 2, false],
      ["丙书", 0, 3, false],
    ]);
    expect((await vote(cai)).nominees.map(({ title }) => title)).toEqual(["甲书", "丙书"]);
  });

  test("a tie stays a tie unless the group decides between those in the first place", async () => {
    const { nominees } = await vote(ada);
    const [one, other] = nominees.map(({ id }) => id);
    const { id } = valueOf(await openVote.call(await at(ada), { slug, votesEach: 1, closesOn: "2027-01-20" }));
    valueOf(await cast(ada, id, [one]));
    valueOf(await cast(bo, id, [other]));
    const over = later(30);
    expect((await vote(ada, over)).open).toMatchObject({ isOver: true, mayCount: true, tied: [one, other] });
    expect((await vote(bo, over)).open?.tied).toEqual([]);
    expect(refusalOf(await countBookVote.call(await at(ada, over), { slug, id, chosen: 9e12 }))).toBe("not-in-first-place@chosen");
    expect(valueOf(await countBookVote.call(await at(ada, over), { slug, id }))).toEqual({ chosen: null, isTie: true });
    const [result] = (await vote(bo, over)).results;
    expect(result?.lines.slice(0, 2).map(({ place, isTied }) => [place, isTied])).toEqual([
      [1, true],
      [1, true],
    ]);
    expect((await vote(bo, over)).nominees).toHaveLength(2);
    expect(refusalOf(await retireNominee.call(await at(cai), { slug, id: one }))).toBe("not-found");
    valueOf(await retireNominee.call(await at(bo), { slug, id: one }));
  });

  test("one's own votes are in one's own export, nobody else's", async () => {
    const mine = valueOf(await exportMyData.call(await at(bo), {}));
    expect(mine.booksNominated.map(({ title }) => title)).toEqual(["甲书", "乙书", "丙书"]);
    expect(mine.bookBallots).toHaveLength(3);
  });
});
