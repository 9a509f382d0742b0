/** The arena that all of these (by their branches' paths) play in at once; a duel with somebody from outside belongs to none. */
export const arenaOf = <A extends Readonly<{ path: string }>>(running: readonly A[], paths: readonly string[]): A | undefined =>
  running.find((arena) => paths.every((path) => path.startsWith(arena.path)));

/** Whether two arenas would both want the same duel: one branch lies in the other, and their times meet. */
export const arenasMeet = (
  one: Readonly<{ path: string; opensAt: Date; closesAt: Date }>,
  other: Readonly<{ path: string; opensAt: Date; closesAt: Date }>,
): boolean =>
  (one.path.startsWith(other.path) || other.path.startsWith(one.path)) && one.opensAt < other.closesAt && other.opensAt < one.closesAt;

export const ARENA_PHASES = ["coming", "running", "over", "cancelled"] as const;
export type ArenaPhase = (typeof ARENA_PHASES)[number];

/** Where an arena stands at a moment. Its window is half-open: what begins at its end does not count. */
export function arenaPhaseOf(
  { opensAt, closesAt, cancelledAt }: Readonly<{ opensAt: Date; closesAt: Date; cancelledAt: Date | null }>,
  now: Date,
): ArenaPhase {
  if (cancelledAt) return "cancelled";
  if (now < opensAt) return "coming";
  return now < closesAt ? "running" : "over";
}
