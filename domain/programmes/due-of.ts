/** When an item is owed: the own date, else the end of its module, else of the programme. What is not required is never due. */
export function dueOf(
  item: Readonly<{ isRequired: boolean; dueAt: Date | null }>,
  module: Readonly<{ closesAt: Date | null }>,
  programme: Readonly<{ closesAt: Date }>,
): Date | null {
  return item.isRequired ? (item.dueAt ?? module.closesAt ?? programme.closesAt) : null;
}

/** When an item may be done, half-open: inside its own window, its module's and the programme's. Late, after `dueAt`, is still allowed. */
export function windowOf(
  item: Readonly<{ opensAt: Date | null }>,
  module: Readonly<{ opensAt: Date | null; closesAt: Date | null }>,
  programme: Readonly<{ opensAt: Date; closesAt: Date }>,
): { opensAt: Date; closesAt: Date } {
  const opens = [programme.opensAt, module.opensAt, item.opensAt].flatMap((at) => (at ? [at.getTime()] : []));
  const closes = [programme.closesAt, module.closesAt].flatMap((at) => (at ? [at.getTime()] : []));
  return { opensAt: new Date(Math.max(...opens)), closesAt: new Date(Math.min(...closes)) };
}
