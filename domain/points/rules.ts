/** What points are given for (D10). Never for time, signing in, sharing or liking: there is no such rule to switch on. */
export const POINT_RULES = ["daily", "review", "contribution", "meeting", "contest", "duel"] as const;
export type PointRule = (typeof POINT_RULES)[number];

/** What else stands in the ledger: an administrator's correction, what a ruling changed, what an event that does not stand takes back. */
export const CORRECTING_RULES = ["correction", "ruling", "taken-back"] as const;
export const ENTRY_RULES = [...POINT_RULES, ...CORRECTING_RULES] as const;
export type EntryRule = (typeof ENTRY_RULES)[number];

/** Rules that may share a cap of their own beside the caps over everything. */
export const CAP_GROUPS = ["a", "b"] as const;
export type CapGroup = (typeof CAP_GROUPS)[number];
