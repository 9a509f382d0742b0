import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { outcomes } from "#db/schema/programmes.ts";
import { checkAnswers, reviewCards } from "#db/schema/reviews.ts";
import { editQuestion } from "#server/questions/edit-question.ts";
import { retireQuestion } from "#server/questions/retire-question.ts";
import { reviewQuestion } from "#server/questions/review-question.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { aPublishedQuestion, aQuestionDesk, single } from "#tests/world/questions.ts";
import { codeOf, tell, told } from "#tests/world/tell.ts";
import { aText, aWording } from "#tests/world/texts.ts";
import { answerCheck } from "./answer-check.ts";
import { completeByContribution } from "./complete-by-contribution.ts";
import { listCheckReveals } from "./list-check-reveals.ts";
import { listMaterials } from "./list-materials.ts";
import { readMaterial } from "./read-material.ts";
import { saveReadingPlace } from "./save-reading-place.ts";

type Desk = Awaited<ReturnType<typeof aQuestionDesk>>;
let desk: Desk;
const reader = () => aPerson(desk.left);

beforeAll(async () => {
  desk = await aQuestionDesk();
});

/** The check as this reader sees it, with the shown places of the right answer and of a wrong one. */
async function checkOf(personId: number, slug: string, questionId: number) {
  const { checks } = await told(readMaterial, personId, { slug });
  const check = checks.find((one) => one.questionId === questionId);
  if (check?.body.kind !== "single") throw new Error("no such check");
  const right = check.body.options.indexOf("乙");
  const give = (place: number, tries = check.tries) => ({ slug, questionId, version: check.version, tries, response: { picks: [place] } });
  return { check, right: give(right), wrong: give((right + 1) % 3), give, rightPlace: right };
}

const outcomeOf = async (personId: number, materialId: number) => {
  const isIt = and(eq(outcomes.personId, personId), eq(outcomes.kind, "material"), eq(outcomes.subjectId, materialId));
  return database("desk").select().from(outcomes).where(isIt);
};
const cardOf = async (personId: number, questionId: number) =>
  (
    await database("desk")
      .select()
      .from(reviewCards)
      .where(and(eq(reviewCards.personId, personId), eq(reviewCards.questionId, questionId)))
  )[0];

describe("questions in a text", () => {
  test("nothing tells the key before an answer; a wrong one tells why and where, the second the key", async () => {
    const [question, person] = [await aPublishedQuestion(desk), await reader()];
    const { slug } = await aText([[question, "p2"]]);
    const before = await told(readMaterial, person, { slug });
    expect(before.checks).toMatchObject([{ questionId: question, after: "p2", state: "open", tries: 0, response: null }]);
    expect(JSON.stringify(before)).not.toContain("因为是乙");
    expect(await told(listCheckReveals, person, { slug })).toEqual({ reveals: [] });

    const { wrong, give, rightPlace } = await checkOf(person, slug, question);
    const first = await told(answerCheck, person, wrong);
    expect(first).toMatchObject({
      state: "wrong",
      tries: 1,
      reveal: { explanation: "因为是乙。", key: null },
      progress: { done: 0, total: 1 },
    });
    expect((await told(listCheckReveals, person, { slug })).reveals).toMatchObject([{ questionId: question, reveal: { key: null } }]);
    const second = await told(answerCheck, person, { ...wrong, tries: 1 });
    expect(second).toMatchObject({ state: "wrong", tries: 2, reveal: { key: { kind: "single", correct: rightPlace } } });
    const right = await told(answerCheck, person, give(rightPlace, 2));
    expect(right).toMatchObject({ state: "right", tries: 3, progress: { done: 1, total: 1, completedAt: expect.any(Date) } });
    expect((await checkOf(person, slug, question)).check).toMatchObject({ state: "right", response: { picks: [rightPlace] } });
  });

  test("all right completes the reading, once, with the share that was right at the first try", async () => {
    const [one, two] = [await aPublishedQuestion(desk), await aPublishedQuestion(desk)];
    const person = await reader();
    const { slug, materialId } = await aText([
      [one, "p1"],
      [two, ""],
    ]);
    await told(answerCheck, person, (await checkOf(person, slug, one)).wrong);
    await told(answerCheck, person, (await checkOf(person, slug, two)).right);
    expect(await outcomeOf(person, materialId)).toEqual([]);
    expect((await told(listMaterials, person, {})).items.find((item) => item.slug === slug)?.completedAt).toBeNull();
    await told(answerCheck, person, (await checkOf(person, slug, one)).right);
    expect(await outcomeOf(person, materialId)).toMatchObject([{ best: 5_000, completedAt: expect.any(Date) }]);
    expect((await told(listMaterials, person, {})).items.find((item) => item.slug === slug)?.completedAt).toBeInstanceOf(Date);
  });

  test("twenty of the same press are one answer and one completion", async () => {
    const [question, person] = [await aPublishedQuestion(desk), await reader()];
    const { slug, materialId } = await aText([[question, ""]]);
    const { wrong, give, rightPlace } = await checkOf(person, slug, question);
    const context = await as(person);
    const many = (input: object) => Promise.all(Array.from({ length: 20 }, () => answerCheck.call(context, input)));
    // On a machine that is short of breath some are told to come again (unavailable); none is told anything else.
    const toldTo = (outcomes: Awaited<ReturnType<typeof many>>) =>
      new Set(
        outcomes
          .map((outcome) => (outcome.ok ? `${outcome.value.state} ${outcome.value.tries}` : outcome.code))
          .filter((word) => word !== "unavailable"),
      );
    expect([...toldTo(await many(wrong))]).toEqual(["wrong 1"]);
    expect(await cardOf(person, question)).toMatchObject({ wrongCount: 1, rightAt: null, cause: "reading" });
    expect([...toldTo(await many(give(rightPlace, 1)))]).toEqual(["right 2"]);
    expect((await database("desk").select().from(checkAnswers).where(eq(checkAnswers.personId, person))).length).toBe(2);
    expect(await cardOf(person, question)).toMatchObject({ wrongCount: 1, rightAt: expect.any(Date), removedAt: null });
    expect((await outcomeOf(person, materialId)).length).toBe(1);
  });

  test("each reader sees an order of its own, and the stored answer is in the author's", async () => {
    const question = await aPublishedQuestion(desk);
    const { slug } = await aText([[question, ""]]);
    const people = await Promise.all(Array.from({ length: 12 }, reader));
    const places = new Set<number>();
    for (const person of people) {
      const { right, rightPlace } = await checkOf(person, slug, question);
      expect((await checkOf(person, slug, question)).rightPlace).toBe(rightPlace);
      places.add(rightPlace);
      await told(answerCheck, person, right);
      const [row] = await database("desk").select().from(checkAnswers).where(eq(checkAnswers.personId, person));
      expect(row).toMatchObject({ response: { picks: [1] }, isRight: true, mark: 10_000 });
    }
    expect(places.size).toBeGreaterThan(1);
  });

  test("what is no answer, another wording of the question, or a text one may not read is refused, and nothing is kept", async () => {
    const [question, person, elsewhere] = [await aPublishedQuestion(desk), await reader(), await aPerson((await aBranch()).id)];
    const { slug } = await aText([[question, ""]], { branchId: desk.left });
    const { right } = await checkOf(person, slug, question);
    for (const [response, code] of [
      [{ picks: [] }, "answer-shape"],
      [{ picks: [0, 1] }, "answer-shape"],
      [{ picks: [9] }, "answer-shape"],
      [{ truth: true }, "answer-shape"],
      [null, "no-answer"],
      [undefined, "no-answer"],
      [{ picks: [0], extra: 1 }, "invalid"],
    ] as const)
      expect(await codeOf(answerCheck, person, { ...right, response })).toBe(code);
    expect(await tell(answerCheck, person, { ...right, version: right.version + 1 })).toMatchObject({
      ok: false,
      code: "question-changed",
    });
    expect(await codeOf(answerCheck, elsewhere, right)).toBe("not-found");
    expect(await codeOf(answerCheck, person, { ...right, questionId: await aPublishedQuestion(desk) })).toBe("not-found");
    expect(await codeOf(listCheckReveals, elsewhere, { slug })).toBe("not-found");
    expect(await database("desk").select().from(checkAnswers).where(eq(checkAnswers.personId, person))).toEqual([]);
    expect(await cardOf(person, question)).toBeUndefined();
  });

  test("a new wording of the text leaves who was complete complete, and asks others what they have not answered right", async () => {
    const [one, two, done, half] = [await aPublishedQuestion(desk), await aPublishedQuestion(desk), await reader(), await reader()];
    const { slug, materialId } = await aText([[one, ""]]);
    await told(answerCheck, done, (await checkOf(done, slug, one)).right);
    await aWording(
      materialId,
      2,
      [
        [one, ""],
        [two, "p1"],
      ],
      "新的第一段。",
    );
    const seen = await told(readMaterial, done, { slug });
    expect(seen.completedAt).toBeInstanceOf(Date);
    expect(seen.checks.map(({ state }) => state)).toEqual(["right", "open"]);
    await told(answerCheck, half, (await checkOf(half, slug, two)).right);
    expect((await told(readMaterial, half, { slug })).completedAt).toBeNull();
    // The other question is taken out of use: the next sign of reading completes it.
    await told(retireQuestion, desk.author, { id: one, reason: "过时" });
    await told(saveReadingPlace, half, { slug, paragraph: "p1" });
    expect((await told(readMaterial, half, { slug })).completedAt).toBeInstanceOf(Date);
  });

  test("a question worded anew keeps who was right; who was wrong starts over", async () => {
    const [question, right, wrong] = [await aPublishedQuestion(desk), await reader(), await reader()];
    const { slug } = await aText([[question, ""]]);
    await told(answerCheck, right, (await checkOf(right, slug, question)).right);
    await told(answerCheck, wrong, (await checkOf(wrong, slug, question)).wrong);
    await told(editQuestion, desk.author, { ...single(`改写过的题${question}？`), id: question, from: 1, submit: true });
    await told(reviewQuestion, desk.reviewer, { id: question, number: 2, verdict: "publish" });
    expect((await checkOf(right, slug, question)).check).toMatchObject({ state: "right", tries: 0 });
    expect((await checkOf(wrong, slug, question)).check).toMatchObject({ state: "open", tries: 0 });
    expect(await told(listCheckReveals, right, { slug })).toEqual({ reveals: [] });
  });

  test("while one sits a paper that has the question, nothing about it is told or taken", async () => {
    const [question, person] = [await aPublishedQuestion(desk), await reader()];
    const { slug } = await aText([[question, ""]]);
    const { wrong, right } = await checkOf(person, slug, question);
    await told(answerCheck, person, wrong);
    const sit = (entry: string) =>
      database("desk").execute(sql`
        with contest as (
          insert into contests (slug, title, branch_id, rules, blueprint, opens_at, closes_at)
          select ${entry}, '赛', branch_id, '{}', '[]', now(), now() + interval '1 day' from people where id = ${person} returning id, branch_id
        ), entry as (
          insert into entries (contest_id, person_id, branch_id, entered_at) select id, ${person}, branch_id, now() from contest returning id
        )
        insert into attempts (person_id, entry_id, number, seed, version_ids, worths, started_at, due_at, ends_at, seen_at)
        select ${person}, id, 1, 's', array[${right.version}::bigint], array[1000], now(), now() + interval '1 hour', now() + interval '1 hour', now()
        from entry`);
    await sit("sitting");
    expect(await codeOf(answerCheck, person, { ...right, tries: 1 })).toBe("in-running-paper");
    expect(await told(listCheckReveals, person, { slug })).toEqual({ reveals: [] });
  });

  test("a text that asks nothing is completed by one contribution; one that asks is not", async () => {
    const [question, person] = [await aPublishedQuestion(desk), await reader()];
    const [plain, asking] = [await aText(), await aText([[question, ""]])];
    const now = new Date("2026-11-25T08:00:00Z");
    for (const { materialId } of [plain, asking, plain])
      await database("play").transaction((tx) => completeByContribution(tx, { personId: person, materialId, now }));
    expect(await outcomeOf(person, plain.materialId)).toMatchObject([{ completedAt: now, best: null }]);
    expect(await outcomeOf(person, asking.materialId)).toEqual([]);
  });

  test("the text to go on with is the next unread one of the collection, the newest first, and none when all are read", async () => {
    const person = await reader();
    const [oldest, middle, newest] = [
      await aText([], { collection: "续" }),
      await aText([], { collection: "续" }),
      await aText([], { collection: "续" }),
    ];
    const nextOf = async ({ slug }: { slug: string }) => (await told(readMaterial, person, { slug })).next?.slug ?? null;
    expect(await nextOf(newest)).toBe(middle.slug);
    expect(await nextOf(oldest)).toBe(newest.slug);
    for (const { materialId } of [middle, newest])
      await database("play").transaction((tx) => completeByContribution(tx, { personId: person, materialId, now: new Date() }));
    expect(await nextOf(newest)).toBe(oldest.slug);
    expect(await nextOf(oldest)).toBeNull();
  });
});
