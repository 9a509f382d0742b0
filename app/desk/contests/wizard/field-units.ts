export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
/** Milli-points in a point. */
export const POINT_MILLI = 1_000;

const UNITS: Readonly<Record<string, number>> = {
  "rules.limitMs": MINUTE_MS,
  "rules.allowanceMs": SECOND_MS,
  "rules.delayMs": MINUTE_MS,
  "rules.earliestHandInMs": MINUTE_MS,
  "rules.lobbyMs": MINUTE_MS,
  "rules.format.perQuestionMs": SECOND_MS,
  "rules.format.gateMilli": POINT_MILLI,
  "rules.format.gateStepMilli": POINT_MILLI,
  "rules.format.penaltyMs": MINUTE_MS,
  "rules.promotion.minScore": POINT_MILLI,
};

/** How many of the verb's units one unit of the field is: what bounds in a refusal are divided by before people read them. */
export function unitOf(path: string): number {
  return UNITS[path] ?? (/^blueprint\.\d+\.worth$/.test(path) ? POINT_MILLI : 1);
}
