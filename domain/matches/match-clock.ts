/** How many play a match: a duel or a race of four. */
export const MATCH_SIZES = [2, 4] as const;
export type MatchSize = (typeof MATCH_SIZES)[number];

export const MATCH_QUESTIONS = 5;
/** Each question is open so long, stretched for everybody by the largest personal factor among the players (D16). */
export const QUESTION_MS = 20_000;
/** From the match being made to its first question, and from a question's end to the next one. */
export const COUNTDOWN_MS = 3_000;
export const TOLD_MS = 6_000;
/** Who has not been heard of for so long does not wait any more. */
export const AWAY_MS = 10_000;

export type MatchFacts = Readonly<{
  /** When the first question opens. */
  startedAt: Date;
  windowMs: number;
  questions: number;
  players: readonly Readonly<{ personId: number; leftAt: Date | null }>[];
  answers: readonly Readonly<{ personId: number; slot: number; answeredAt: Date }>[];
}>;

/** `soon`: before the first question; `told`: a question is over and its answer is shown. */
export const MATCH_STAGES = ["soon", "open", "told", "over"] as const;
export type MatchStage = Readonly<{
  stage: (typeof MATCH_STAGES)[number];
  /** The question that is open or was last. */
  slot: number;
  /** When the stage ends by itself; of `over`, when it began. */
  until: Date;
}>;

/** When a question that opened then is over: when everybody who still plays has answered, at the latest with its window. */
function closesAt({ windowMs, players, answers }: MatchFacts, slot: number, opensAt: number): number {
  const latest = opensAt + windowMs;
  const done = players.map(({ personId, leftAt }) => {
    const answer = answers.find((one) => one.personId === personId && one.slot === slot);
    return answer?.answeredAt.getTime() ?? leftAt?.getTime() ?? latest;
  });
  return Math.min(latest, Math.max(opensAt, ...done));
}

/**
 * Where a match stands at a moment, from its facts alone: nobody turns its pages, so nobody who goes away, and no server that restarts, can
 * hold it up. Windows are half-open. Once the last player has left, it is over.
 */
export function stageOf(facts: MatchFacts, now: Date): MatchStage {
  const at = now.getTime();
  const left = facts.players.map(({ leftAt }) => leftAt?.getTime() ?? Number.POSITIVE_INFINITY);
  const deserted = Math.max(...left);
  const toldMs = Math.round((TOLD_MS * facts.windowMs) / QUESTION_MS);
  let opens = facts.startedAt.getTime();
  if (at < opens && at < deserted) return { stage: "soon", slot: 0, until: new Date(opens) };
  for (let slot = 0; slot < facts.questions; slot += 1) {
    const closes = closesAt(facts, slot, opens);
    const isLast = slot === facts.questions - 1;
    if (at >= deserted && deserted <= closes) return { stage: "over", slot, until: new Date(deserted) };
    if (at < closes) return { stage: "open", slot, until: new Date(closes) };
    if (isLast) return { stage: "over", slot, until: new Date(closes) };
    opens = closes + toldMs;
    if (at < opens && at < deserted) return { stage: "told", slot, until: new Date(opens) };
  }
  throw new RangeError("a match without questions");
}
