/** Below this many people a unit's figures are a person's figures (D5). */
export const SMALLEST_SHOWN = 3;

export const isTooSmall = (people: number): boolean => people < SMALLEST_SHOWN;

type Unit = Readonly<{ id: number; people: number }>;

/**
 * Which units get a line of their own and which go into their parent's. When the small ones together are still fewer than three, the
 * next smallest joins them: else the total less all other lines would give them away. `own` are people right in the parent.
 */
export function foldSmall(units: readonly Unit[], own: number): { shown: Set<number>; folded: Set<number> } {
  const bySize = units.toSorted((one, other) => one.people - other.people || one.id - other.id);
  const folded = new Set<number>();
  let people = own;
  for (const unit of bySize) {
    const isHidden = unit.people > 0 && isTooSmall(unit.people);
    if (!isHidden && !(people > 0 && isTooSmall(people) && unit.people > 0)) continue;
    folded.add(unit.id);
    people += unit.people;
  }
  return { shown: new Set(bySize.filter(({ id }) => !folded.has(id)).map(({ id }) => id)), folded };
}
