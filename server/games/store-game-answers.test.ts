import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAnswerPool } from "#server/attempts/answer-pool.ts";
import { aGame, aGameHouse, answersOf, joined, rowOf, turn } from "#tests/world/game.ts";
import { anOrganisation, aPerson } from "#tests/world/people.ts";
import { told } from "#tests/world/tell.ts";
import { findLiveGame } from "./game-facts.ts";
import { pauseGame } from "./pause-game.ts";
import { removePlayer } from "./remove-player.ts";
import { type JudgedGameAnswer, storeGameAnswers } from "./store-game-answers.ts";

let house: Awaited<ReturnType<typeof aGameHouse>>;
beforeAll(async () => {
  await anOrganisation(false);
  house = await aGameHouse();
});
afterAll(closeAnswerPool);

/** A question that is open, and an answer to it judged by the state as it is now. */
async function judgedNow() {
  const { id, code } = await aGame(house);
  const player = await joined(await aPerson(house.left), code);
  await turn(house.organizer, id, new Date(Date.now() - 4_000));
  const game = await findLiveGame(id, true);
  const row: JudgedGameAnswer = {
    ...{ gameId: id, questionNo: 0, playerId: player.playerId, versionId: game?.versionIds[0] ?? 0, stateSeq: game?.stateSeq ?? 0 },
    ...{ seq: 1, response: { picks: [0] }, receivedAt: new Date(), responseMs: 1_000, milli: 1_000, isRight: true },
  };
  return { id, row, player };
}
const outcomeOf = async (row: JudgedGameAnswer) => (await storeGameAnswers([row]))[0]?.outcome;

test("what was judged by a state that has passed is not stored: the game moved, and it is to be judged anew", async () => {
  const { id, row } = await judgedNow();
  await told(pauseGame, house.organizer, { id, expected: (await rowOf(id)).state_seq });
  expect(await outcomeOf(row)).toBe("moved");
  expect(await answersOf(id)).toEqual([]);
  expect(await outcomeOf({ ...row, stateSeq: row.stateSeq + 1 })).toBe("saved");
});

test("two processes that store at the same instant leave one answer; whoever lost is told what stands or to look again", async () => {
  const { id, row } = await judgedNow();
  const other: JudgedGameAnswer = { ...row, response: { picks: [1] }, milli: 0, isRight: false };
  const [one, two] = await Promise.all([storeGameAnswers([row]), storeGameAnswers([other])]);
  const outcomes = [one[0]?.outcome, two[0]?.outcome];
  expect(outcomes.filter((outcome) => outcome === "saved")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === "stands" || outcome === "moved")).toHaveLength(1);
  expect(await answersOf(id)).toHaveLength(1);
  // Looking again it finds the one that stands.
  const again = await storeGameAnswers([row, { ...other, playerId: 9_999_999 }]);
  expect(again.map(({ outcome }) => outcome)).toEqual([outcomes[0] === "saved" ? "saved" : "stands", "gone"]);
});

test("whoever was shown out while an answer was under way has none", async () => {
  const { id, row, player } = await judgedNow();
  await told(removePlayer, house.organizer, { id, playerId: player.playerId });
  expect(await outcomeOf(row)).toBe("gone");
  expect(await answersOf(id)).toEqual([]);
});
