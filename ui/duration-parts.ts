const UNITS = [
  ["days", 86_400_000],
  ["hours", 3_600_000],
  ["minutes", 60_000],
  ["seconds", 1_000],
] as const;

export type DurationUnit = (typeof UNITS)[number][0];

/** A duration as people say it, largest unit first, without the units that are zero; below a second it is 0 seconds. */
export function durationParts(ms: number): { unit: DurationUnit; count: number }[] {
  let rest = ms;
  const parts = UNITS.map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return { unit, count };
  });
  const said = parts.filter(({ count }) => count > 0);
  return said.length > 0 ? said : [{ unit: "seconds", count: 0 }];
}
