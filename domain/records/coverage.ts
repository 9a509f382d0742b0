/** One person at one meeting. `spoke`: how often. */
export type Presence = Readonly<{ personId: number; meetingId: number; isThere: boolean; spoke: number }>;
export type Coverage = Readonly<{ personId: number; attended: number; listed: number; spokeAt: number; speeches: number; led: number }>;

/** R29: over some meetings, how many each person was listed for, attended, spoke at and led; those who have not spoken stand first. */
export function coverageOf(
  personIds: readonly number[],
  presences: readonly Presence[],
  led: ReadonlyMap<number, number> = new Map(),
): Coverage[] {
  const by = Map.groupBy(presences, ({ personId }) => personId);
  return personIds
    .map((personId) => {
      const own = by.get(personId) ?? [];
      return {
        personId,
        listed: own.length,
        attended: own.filter(({ isThere }) => isThere).length,
        spokeAt: own.filter(({ spoke }) => spoke > 0).length,
        speeches: own.reduce((sum, { spoke }) => sum + spoke, 0),
        led: led.get(personId) ?? 0,
      };
    })
    .sort((one, other) => Number(one.speeches > 0) - Number(other.speeches > 0));
}

/** How many of them spoke at least once. */
export const spokenShare = (coverage: readonly Coverage[]): { spoke: number; people: number } => ({
  spoke: coverage.filter(({ speeches }) => speeches > 0).length,
  people: coverage.length,
});
