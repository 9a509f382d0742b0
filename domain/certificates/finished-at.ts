type Task = Readonly<{ isRequired: boolean; doneAt: Date | null; waivedAt: Date | null; cancelledAt: Date | null }>;

/**
 * When a person finished a programme: every required task that was not called off is done or waived, and there is at least one.
 * Null: not finished. server/certificates/finished-people.ts says the same in SQL.
 */
export function finishedAt(tasks: readonly Task[]): Date | null {
  const owed = tasks.filter(({ isRequired, cancelledAt }) => isRequired && cancelledAt === null);
  const ends = owed.flatMap(({ doneAt, waivedAt }) => doneAt ?? waivedAt ?? []);
  if (owed.length === 0 || ends.length < owed.length) return null;
  return ends.reduce((latest, end) => (end > latest ? end : latest));
}
