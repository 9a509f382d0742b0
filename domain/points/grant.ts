import type { PointPolicy } from "./policy.ts";
import type { CapGroup } from "./rules.ts";

/** What was granted so far on the day and in its week: of everything, and of each cap group. Corrections give nothing back. */
export type Sofar = Readonly<{
  day: number;
  week: number;
  groups: Readonly<Partial<Record<CapGroup, Readonly<{ day: number; week: number }>>>>;
}>;

export const CAPS = ["day", "week", "group-day", "group-week"] as const;
export type Cap = (typeof CAPS)[number];
export type Granted = Readonly<{ granted: number; cutBy: Cap | null }>;

/** What each cap that applies still leaves. */
function roomsOf({ dayCap, weekCap, groups }: PointPolicy, group: CapGroup | null, sofar: Sofar): [Cap, number][] {
  const rooms: [Cap, number][] = [
    ["day", dayCap - sofar.day],
    ["week", weekCap - sofar.week],
  ];
  if (group === null) return rooms;
  const [caps, had] = [groups[group], sofar.groups[group] ?? { day: 0, week: 0 }];
  if (caps.dayCap !== null) rooms.push(["group-day", caps.dayCap - had.day]);
  if (caps.weekCap !== null) rooms.push(["group-week", caps.weekCap - had.week]);
  return rooms;
}

/** min(earned, cap − Σ) over every cap that applies, and which cap it was that cut (D10). */
export function grantedOf(policy: PointPolicy, group: CapGroup | null, earned: number, sofar: Sofar): Granted {
  let found: Granted = { granted: earned, cutBy: null };
  for (const [cap, room] of roomsOf(policy, group, sofar)) {
    const most = Math.max(0, room);
    if (most < found.granted) found = { granted: most, cutBy: cap };
  }
  return found;
}

/** How much more the day and the week leave, over everything. */
export const roomLeft = ({ dayCap, weekCap }: PointPolicy, { day, week }: Sofar): { day: number; week: number } => {
  const inWeek = Math.max(0, weekCap - week);
  return { day: Math.min(inWeek, Math.max(0, dayCap - day)), week: inWeek };
};

/** One more grant on top of what there was. */
export function withGrant(sofar: Sofar, group: CapGroup | null, granted: number): Sofar {
  const had = group === null ? null : (sofar.groups[group] ?? { day: 0, week: 0 });
  const groups =
    group === null || had === null ? sofar.groups : { ...sofar.groups, [group]: { day: had.day + granted, week: had.week + granted } };
  return { day: sofar.day + granted, week: sofar.week + granted, groups };
}

/**
 * What a later, better or worse, outcome of the same event changes: `earned` and `granted` are what the ledger has of it so far. What a cap
 * kept back is not taken away a second time; what is earned more is granted under the caps of its own day.
 */
export function changeOf(sofar: Readonly<{ earned: number; granted: number }>, earned: number): { earned: number; granted: number } {
  const more = earned - sofar.earned;
  return { earned: more, granted: more >= 0 ? more : Math.min(0, earned - sofar.granted) };
}
