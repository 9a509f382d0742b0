/** Characters a second that nobody reads, far above the fastest readers (some fifteen): who is slower than this is never flagged. */
export const READ_AT_MOST = 25;
/** Fewer answers than this say nothing: one may know a question by its first words. */
export const LEAST_ANSWERS = 5;

/** The first time a slot was answered, since the attempt began; `characters` of its stem and options. */
export type FirstAnswer = Readonly<{ atMs: number; characters: number }>;
export type SpeedFacts = Readonly<{ answers: number; characters: number; ms: number; leastMs: number }>;

/**
 * Whether somebody had answered more than can have been read by then: at the n-th answer (n ≥ 5), the time since the paper was opened was
 * shorter than its questions so far take at 25 characters a second. Reading ahead is no speed, for the clock runs from the opening. Null when
 * all of it can have been read; else the worst moment.
 */
export function tooFast(answers: readonly FirstAnswer[]): SpeedFacts | null {
  let characters = 0;
  let worst: SpeedFacts | null = null;
  for (const [at, answer] of answers.toSorted((a, b) => a.atMs - b.atMs).entries()) {
    characters += answer.characters;
    const leastMs = Math.floor((characters * 1_000) / READ_AT_MOST);
    const facts = { answers: at + 1, characters, ms: answer.atMs, leastMs };
    if (at + 1 < LEAST_ANSWERS || answer.atMs >= leastMs) continue;
    if (worst === null || leastMs - answer.atMs > worst.leastMs - worst.ms) worst = facts;
  }
  return worst;
}
