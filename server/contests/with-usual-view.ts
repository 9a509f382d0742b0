import { usualView } from "#domain/boards/near-view.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { usualIntegrity } from "#domain/integrity/absences.ts";
import { findOrganisation } from "#server/organisation/find-organisation.ts";

/**
 * Rules that say what of the board members see, and whether leaving the page is recorded: as the organizer says, else as is usual under the
 * organisation's policy (B4, B6).
 */
export async function withUsualView(rules: ContestRules): Promise<ContestRules> {
  if (rules.board.view !== undefined && rules.integrity !== undefined) return rules;
  const lightBurden = (await findOrganisation())?.lightBurden ?? false;
  const board = { ...rules.board, view: rules.board.view ?? usualView(lightBurden) };
  return { ...rules, board, integrity: rules.integrity ?? usualIntegrity(lightBurden) };
}
