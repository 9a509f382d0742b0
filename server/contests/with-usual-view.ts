import { usualView } from "#domain/boards/near-view.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { findOrganisation } from "#server/organisation/find-organisation.ts";

/** Rules that say what of the board members see: as the organizer says, else as is usual under the organisation's policy (B4). */
export async function withUsualView(rules: ContestRules): Promise<ContestRules> {
  if (rules.board.view !== undefined) return rules;
  const organisation = await findOrganisation();
  return { ...rules, board: { ...rules.board, view: usualView(organisation?.lightBurden ?? false) } };
}
