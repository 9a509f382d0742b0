import { Refusal } from "#domain/refusal.ts";

export type Ballot = Readonly<{ personId: number; nomineeId: number }>;
export type Counted = Readonly<{ nomineeId: number; votes: number; place: number; isTied: boolean }>;

/** Refuses a ballot with more votes than one has, with two for one nominee, or for something that is not up. */
export function checkBallot(choices: readonly number[], nomineeIds: readonly number[], votesEach: number): void {
  if (choices.length > votesEach) throw new Refusal("too-many-votes", { field: "nominees", most: votesEach });
  if (new Set(choices).size < choices.length) throw new Refusal("vote-twice", { field: "nominees" });
  if (choices.some((id) => !nomineeIds.includes(id))) throw new Refusal("no-such-nominee", { field: "nominees" });
}

/**
 * The result of a book vote, with counts: the most votes first, equal counts share a place and are shown as tied, in the order of their
 * nomination. Every nominee is in it, those without a vote too.
 */
export function countVotes(nomineeIds: readonly number[], ballots: readonly Ballot[]): Counted[] {
  const counted = nomineeIds.map((nomineeId) => ({ nomineeId, votes: ballots.filter((one) => one.nomineeId === nomineeId).length }));
  return counted
    .map(({ nomineeId, votes }) => ({
      nomineeId,
      votes,
      place: 1 + counted.filter((other) => other.votes > votes).length,
      isTied: counted.filter((other) => other.votes === votes).length > 1,
    }))
    .sort((one, other) => one.place - other.place || nomineeIds.indexOf(one.nomineeId) - nomineeIds.indexOf(other.nomineeId));
}

/** Those in the first place; nobody when nobody voted. One: the next book. Several: the group decides between them. */
export function winnersOf(counted: readonly Counted[]): number[] {
  return counted.filter(({ place, votes }) => place === 1 && votes > 0).map(({ nomineeId }) => nomineeId);
}
