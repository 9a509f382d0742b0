/** Fewer equal mistakes than this are never shown, however unlikely. */
export const LEAST_EQUAL = 5;
/** The chance that a whole contest of honest people shows a single pair. */
export const FALSE_ALARM = 0.001;
/** A mistake that more people than this made alike leads nobody to anybody. */
const COMMON = 60;

/** The mistakes of one paper: question → what was answered, as text. Right answers and none say nothing here. */
export type Mistakes = Readonly<{ id: number; wrong: ReadonlyMap<number, string> }>;
export type SimilarFacts = Readonly<{ equal: number; bothWrong: number; expected: number; chance: number; pairs: number }>;
export type SimilarPair = Readonly<{ a: number; b: number; facts: SimilarFacts }>;

type Tally = ReadonlyMap<number, ReadonlyMap<string, number>>;

function tallied(papers: readonly Mistakes[]): Tally {
  const tally = new Map<number, Map<string, number>>();
  for (const { wrong } of papers) {
    for (const [question, answer] of wrong) {
      const own = tally.get(question) ?? new Map<string, number>();
      tally.set(question, own.set(answer, (own.get(answer) ?? 0) + 1));
    }
  }
  return tally;
}

/**
 * How likely somebody who errs here errs as `answer` says, judged by how all the others erred (the two papers left out). One mistake of every
 * kind is added that nobody made, so that a question nearly nobody got wrong never proves anything by itself.
 */
function likelihoodOf(counts: ReadonlyMap<string, number>, answer: string, other: string): number {
  const without = (kind: string): number => (counts.get(kind) ?? 0) - Number(kind === answer) - Number(kind === other);
  const all = [...counts.keys()].reduce((sum, kind) => sum + without(kind), 0) + Math.max(2, counts.size);
  return (without(answer) + 1) / all;
}

/** The chance that at least `least` of independent events with these likelihoods happen, reckoned exactly. */
export function chanceOfAtLeast(likelihoods: readonly number[], least: number): number {
  let exactly = [1];
  for (const p of likelihoods) {
    const next = new Array<number>(exactly.length + 1).fill(0);
    for (const [count, chance] of exactly.entries()) {
      next[count] = (next[count] ?? 0) + chance * (1 - p);
      next[count + 1] = (next[count + 1] ?? 0) + chance * p;
    }
    exactly = next;
  }
  return exactly.slice(least).reduce((sum, chance) => sum + chance, 0);
}

/** Pairs that share mistakes not everybody makes: all others need not be looked at one by one. */
function candidates(papers: readonly Mistakes[]): Map<string, number> {
  const groups = new Map<string, number[]>();
  for (const [at, { wrong }] of papers.entries()) {
    for (const [question, answer] of wrong) {
      const name = `${question} ${answer}`;
      const group = groups.get(name);
      if (group) group.push(at);
      else groups.set(name, [at]);
    }
  }
  const shared = new Map<string, number>();
  for (const group of groups.values()) {
    if (group.length > COMMON) continue;
    for (const [place, a] of group.entries()) {
      for (const b of group.slice(place + 1)) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + 1);
    }
  }
  return shared;
}

/** How far the second paper follows the first: of the questions both got wrong, how many alike, and how many by chance. */
function following(one: Mistakes, other: Mistakes, tally: Tally): Omit<SimilarFacts, "pairs"> {
  const likelihoods: number[] = [];
  let equal = 0;
  for (const [question, answer] of one.wrong) {
    const theirs = other.wrong.get(question);
    const counts = tally.get(question);
    if (theirs === undefined || !counts) continue;
    likelihoods.push(likelihoodOf(counts, answer, theirs));
    if (theirs === answer) equal += 1;
  }
  const expected = likelihoods.reduce((sum, p) => sum + p, 0);
  return { equal, bothWrong: likelihoods.length, expected, chance: chanceOfAtLeast(likelihoods, equal) };
}

/** Nobody knows who would have followed whom: of the two ways of reckoning the one that says less. */
function compared(one: Mistakes, other: Mistakes, tally: Tally, pairs: number): SimilarFacts {
  const [there, back] = [following(one, other, tally), following(other, one, tally)];
  return { ...(there.chance >= back.chance ? there : back), pairs };
}

/**
 * Pairs of papers with more equal mistakes than chance explains: on the questions both got wrong, how often they gave the same wrong answer,
 * against how often all the others gave it. Shown only when such a pair would come up by chance in one honest contest of a
 * thousand, all pairs taken together. It says that two papers are alike, never why, nor who looked at whom.
 */
export function similarPairs(papers: readonly Mistakes[]): SimilarPair[] {
  const tally = tallied(papers);
  const pairs = (papers.length * (papers.length - 1)) / 2;
  const found: SimilarPair[] = [];
  for (const [name, shared] of candidates(papers)) {
    if (shared < 3) continue;
    const [a, b] = name.split(" ").map((at) => papers[Number(at)]);
    if (!a || !b) continue;
    const facts = compared(a, b, tally, pairs);
    if (facts.equal >= LEAST_EQUAL && facts.chance * pairs < FALSE_ALARM) found.push({ a: a.id, b: b.id, facts });
  }
  return found.sort((one, other) => one.facts.chance - other.facts.chance || one.a - other.a || one.b - other.b);
}
