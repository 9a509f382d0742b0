import { wallTimeOf } from "#app/desk/contests/wizard/wall-time.ts";

/** The day by the organisation's clock, so many days after `now`: "2026-12-01". */
export const nextWallDay = (now: Date, days: number): string => wallTimeOf(new Date(now.getTime() + days * 86_400_000)).slice(0, 10);
