export const PROGRAMME_STATES = ["draft", "coming", "open", "over", "cancelled"] as const;
export type ProgrammeState = (typeof PROGRAMME_STATES)[number];

/** Where a programme stands at `now`; half-open, [opens, closes). */
export function stateOf(
  programme: Readonly<{ publishedAt: Date | null; cancelledAt: Date | null; opensAt: Date; closesAt: Date }>,
  now: Date,
): ProgrammeState {
  if (programme.cancelledAt) return "cancelled";
  if (!programme.publishedAt) return "draft";
  if (now < programme.opensAt) return "coming";
  return now < programme.closesAt ? "open" : "over";
}
