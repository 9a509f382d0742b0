import fc from "fast-check";
import { expect, test } from "vitest";
import { checkBallot, countVotes, winnersOf } from "./count-votes.ts";

const ballot = (personId: number, ...nominees: number[]) => nominees.map((nomineeId) => ({ personId, nomineeId }));
const codeOf = (choices: number[], votesEach = 3): string => {
  try {
    checkBallot(choices, [1, 2, 3, 4], votesEach);
    return "taken";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test("most votes first, ties share a place and are shown as ties", () => {
  const counted = countVotes([1, 2, 3, 4], [...ballot(7, 2, 3), ...ballot(8, 3, 2), ...ballot(9, 4)]);
  expect(counted).toEqual([
    { nomineeId: 2, votes: 2, place: 1, isTied: true },
    { nomineeId: 3, votes: 2, place: 1, isTied: true },
    { nomineeId: 4, votes: 1, place: 3, isTied: false },
    { nomineeId: 1, votes: 0, place: 4, isTied: false },
  ]);
  expect(winnersOf(counted)).toEqual([2, 3]);
  expect(winnersOf(countVotes([1, 2], []))).toEqual([]);
});

test("a ballot has k votes, one a nominee at most, for what is up", () => {
  expect([codeOf([1, 2, 3]), codeOf([]), codeOf([1, 2, 3, 4]), codeOf([1, 1]), codeOf([9])]).toEqual([
    "taken",
    "taken",
    "too-many-votes",
    "vote-twice",
    "no-such-nominee",
  ]);
});

test("every vote is counted once, whatever the order of the ballots", () => {
  const votes = fc.array(fc.record({ personId: fc.nat({ max: 9 }), nomineeId: fc.integer({ min: 1, max: 6 }) }), { maxLength: 60 });
  fc.assert(
    fc.property(votes, (ballots) => {
      const counted = countVotes([1, 2, 3, 4, 5, 6], ballots);
      expect(counted.reduce((sum, one) => sum + one.votes, 0)).toBe(ballots.length);
      expect(countVotes([1, 2, 3, 4, 5, 6], [...ballots].reverse())).toEqual(counted);
      expect(counted.map(({ votes }) => votes)).toEqual(counted.map(({ votes }) => votes).sort((one, other) => other - one));
    }),
  );
});
