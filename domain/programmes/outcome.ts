/** What an outcome is about: a text read, a contest, or an item of a programme (its quiz, its meeting, its reflection). */
export const OUTCOME_KINDS = ["material", "contest", "quiz", "meeting", "reflection"] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** How far somebody came with a subject. `best` in ten-thousandths; null where nothing is scored. */
export type Outcome = Readonly<{ completedAt: Date | null; best: number | null; bestAt: Date | null }>;
