import { chanceOf, shuffled } from "#domain/chance.ts";

export type Candidate = Readonly<{ questionId: number; versionId: number; category: string; isMet: boolean }>;

const inChance = (candidates: readonly Candidate[], seed: string): Candidate[] => shuffled(candidates, chanceOf(seed));

/**
 * The questions of a day, for one person: first what is due for review (in the order given), then one after the other from topics one is weak
 * in (weakest first, not met before others), then what was never met. None twice; fewer when there are no more. The same for the same seed.
 */
export function drawDaily(
  { due, bank, weak }: { due: readonly number[]; bank: readonly Candidate[]; weak: readonly string[] },
  count: number,
  seed: string,
): Candidate[] {
  const byId = new Map(bank.map((candidate) => [candidate.questionId, candidate]));
  const first = due.flatMap((id) => byId.get(id) ?? []).slice(0, count);
  const rest = inChance(
    bank.filter(({ questionId }) => !due.includes(questionId)),
    seed,
  );
  const unmetFirst = [...rest.filter(({ isMet }) => !isMet), ...rest.filter(({ isMet }) => isMet)];
  // One of each weak topic, so that a day is not all one text.
  const ofWeak = weak.flatMap((topic) => unmetFirst.find(({ category }) => category === topic) ?? []);
  // Of the weak at most half of what is left: a day also brings something new.
  const room = count - first.length;
  const drawn = new Set([...first, ...ofWeak.slice(0, Math.ceil(room / 2)), ...unmetFirst]);
  return [...drawn].slice(0, count);
}
