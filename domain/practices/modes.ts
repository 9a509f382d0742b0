/** Ways to practise (features A5). */
export const PRACTICE_MODES = ["daily", "topic", "weekly", "survival", "favourites", "drill", "mock"] as const;
export type PracticeMode = (typeof PRACTICE_MODES)[number];

/** How many questions the day has. */
export const DAILY = 5;
/** How many questions a run over a category or over one's favourites has; the next run goes on with others. */
export const RUN = 20;
/** Survival: so many wrong answers end it, and one has so long for each question by the server's clock. */
export const LIVES = 3;
export const SURVIVAL_MS = 45_000;
export const SURVIVAL_MOST = 100;
/** Whether a set can be begun: its window is half-open, as a contest's is. */
export const isSetOpen = ({ opensAt, closesAt }: { opensAt: Date | null; closesAt: Date | null }, now: Date): boolean =>
  (opensAt === null || opensAt <= now) && (closesAt === null || now < closesAt);
/** For the way of the last answer through the network. */
export const GRACE_MS = 3_000;
/** A mock exam nobody made: so many questions of the bank or of a category, a minute for each, and the share of the marks that passes. */
export const MOCK_LENGTHS = [10, 20, 30, 50] as const;
export const MOCK_QUESTIONS = 20;
export const MOCK_MS_EACH = 60_000;
export const MOCK_PASS_PERCENT = 60;

/** A clock of practice as it runs for a person with so much more time (D16). */
export const stretched = (limitMs: number, timePercent: number): number => Math.ceil((limitMs * timePercent) / 100);

/** Lives that are left after so many answers, so many of them right; null where none are counted. */
export function livesLeft({ lives, answered, rightCount }: { lives: number | null; answered: number; rightCount: number }): number | null {
  return lives === null ? null : Math.max(0, lives - (answered - rightCount));
}
