type Item = Readonly<{ startedAt: Date | null; endedAt: Date | null; minutes: number }>;

/** The item that runs: started and not ended. At most one does. */
export const runningItem = <I extends Item>(agenda: readonly I[]): I | null =>
  agenda.find(({ startedAt, endedAt }) => startedAt !== null && endedAt === null) ?? null;

/** The item to go on with: the first that was not started, in the order of the agenda. */
export const nextItem = <I extends Item>(agenda: readonly I[]): I | null => agenda.find(({ startedAt }) => startedAt === null) ?? null;
