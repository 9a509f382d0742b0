import { beforeAll, expect, test } from "vitest";
import { answerCheck } from "#server/materials/answer-check.ts";
import { readMaterial } from "#server/materials/read-material.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { aPublishedQuestion, aQuestionDesk } from "#tests/world/questions.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { aText } from "#tests/world/texts.ts";
import { answerReview } from "./answer-review.ts";
import { listReview } from "./list-review.ts";

let desk: Awaited<ReturnType<typeof aQuestionDesk>>;
beforeAll(async () => {
  desk = await aQuestionDesk();
});

const DAY_MS = 86_400_000;
const began = Date.now();
const day = (number: number, minutes = 0) => new Date(began + number * DAY_MS + minutes * 60_000);

/** Somebody who has answered a question of a text wrong, and the way to answer it again. */
async function mistaken() {
  const [questionId, person] = [await aPublishedQuestion(desk), await aPerson(desk.left)];
  const { slug } = await aText([[questionId, "p1"]]);
  const [check] = (await told(readMaterial, person, { slug })).checks;
  if (check?.body.kind !== "single") throw new Error("no check");
  const right = check.body.options.indexOf("乙");
  const answer = { slug, questionId, version: check.version, tries: 0, response: { picks: [(right + 1) % 3] } };
  valueOf(await answerCheck.call(await as(person, day(0)), answer));
  const cardsAt = async (now: Date) => valueOf(await listReview.call(await as(person, now), {}));
  const again = async (isRight: boolean, now: Date, since: Date) => {
    const picks = [isRight ? right : (right + 1) % 3];
    return valueOf(await answerReview.call(await as(person, now), { questionId, version: check.version, since, response: { picks } }));
  };
  return { person, questionId, version: check.version, slug, cardsAt, again };
}

test("a wrong answer in a text is in the wrong-book, shown without its key, and leaves after two days in a row", async () => {
  const { cardsAt, again } = await mistaken();
  const { cards, total } = await cardsAt(day(0, 1));
  expect({ total, cards }).toMatchObject({ total: 1, cards: [{ wrongCount: 1, rightSince: 0, isDoneToday: false, cause: "reading" }] });
  expect(JSON.stringify(cards)).not.toMatch(/correct|因为/);

  const first = await again(true, day(0, 2), cards[0]?.answeredAt as Date);
  expect(first).toMatchObject({
    isRight: true,
    leaves: false,
    rightSince: 1,
    reveal: { explanation: "因为是乙。", key: { kind: "single" } },
  });
  expect((await cardsAt(day(0, 3))).cards).toMatchObject([{ isDoneToday: true }]);
  const sameDay = await again(true, day(0, 4), first.answeredAt);
  expect(sameDay).toMatchObject({ leaves: false, rightSince: 1 });
  const wrong = await again(false, day(1), sameDay.answeredAt);
  expect(wrong).toMatchObject({ isRight: false, rightSince: 0, wrongCount: 2 });
  const second = await again(true, day(2), wrong.answeredAt);
  const third = await again(true, day(3), second.answeredAt);
  expect(third).toMatchObject({ isRight: true, leaves: true });
  expect((await cardsAt(day(3, 1))).total).toBe(0);
  // A repeat of the last press is told the same; a new answer finds no card.
  expect(await again(true, day(3, 1), second.answeredAt)).toMatchObject({ isRight: true, leaves: true });
});

test("a double press counts once, and the card of somebody else is nobody's business", async () => {
  const { person, questionId, version, again, cardsAt } = await mistaken();
  const since = (await cardsAt(day(0, 1))).cards[0]?.answeredAt as Date;
  const both = await Promise.all([again(false, day(0, 2), since), again(false, day(0, 2), since)]);
  expect(both.map(({ wrongCount }) => wrongCount)).toEqual([2, 2]);
  const other = await aPerson(desk.left);
  const input = { questionId, version, since: day(9), response: { picks: [0] } };
  expect(await codeOf(answerReview, other, input)).toBe("not-found");
  expect(await codeOf(answerReview, person, { ...input, version: version + 1 })).toBe("question-changed");
  expect(await codeOf(answerReview, person, { ...input, response: null })).toBe("no-answer");
});
