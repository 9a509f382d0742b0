import type { ContestRules } from "#domain/contests/rules.ts";

/**
 * Why a page was left, as far as the page itself can know (B6). `file-picker`: one that we opened; `input-method`: focus went while something
 * was being composed; `short`: within the tolerance, a call or a message that pops up; `unknown`: everything else.
 */
export const ABSENCE_CAUSES = ["file-picker", "input-method", "short", "unknown"] as const;
export type AbsenceCause = (typeof ABSENCE_CAUSES)[number];

const SILENT = { leave: "off", toleranceMs: 5_000, handInAfter: null, watermark: false } as const;

/** What a contest plays by about leaving the page: as its rules say; saying nothing, nothing is recorded. */
export const integrityOf = ({ integrity }: Pick<ContestRules, "integrity">): NonNullable<ContestRules["integrity"]> => integrity ?? SILENT;

/** What a new contest says when its organizer says nothing: the absences are kept for a person to see; in light-burden mode nothing is. */
export const usualIntegrity = (lightBurden: boolean): NonNullable<ContestRules["integrity"]> => ({
  ...SILENT,
  leave: lightBurden ? "off" : "record",
});

/** What the page saw. `lastedMs` is the device's own measure of a stretch; no moment of its clock is believed. */
export type Seen = Readonly<{ lastedMs: number; hidden: boolean; cause: "file-picker" | "input-method" | "unknown" }>;

/** The cause that is kept: what we know of comes first, then whether it was short enough to be anything. */
export function causeOf({ lastedMs, cause }: Seen, toleranceMs: number): AbsenceCause {
  if (cause !== "unknown") return cause;
  return lastedMs < toleranceMs ? "short" : "unknown";
}

/** Absences that could count against anybody: out of sight, for no known reason, longer than is tolerated. */
export const isLong = ({ cause, hidden }: Readonly<{ cause: AbsenceCause; hidden: boolean }>): boolean => cause === "unknown" && hidden;

/** Whether the attempt is to be handed in now: only when the printed rules say so, and only for long absences. */
export function mustHandIn(longOnes: number, handInAfter: number | null): boolean {
  return handInAfter !== null && longOnes >= handInAfter;
}
