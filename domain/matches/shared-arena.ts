/** The arena that all of these (by their branches' paths) play in at once; a duel with somebody from outside belongs to none. */
export const arenaOf = <A extends Readonly<{ path: string }>>(running: readonly A[], paths: readonly string[]): A | undefined =>
  running.find((arena) => paths.every((path) => path.startsWith(arena.path)));

/** Whether two arenas would both want the same duel: one branch lies in the other, and their times meet. */
export const arenasMeet = (
  one: Readonly<{ path: string; opensAt: Date; closesAt: Date }>,
  other: Readonly<{ path: string; opensAt: Date; closesAt: Date }>,
): boolean =>
  (one.path.startsWith(other.path) || other.path.startsWith(one.path)) && one.opensAt < other.closesAt && other.opensAt < one.closesAt;
