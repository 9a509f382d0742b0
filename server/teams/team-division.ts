import type { DivisionRules } from "#domain/teams/team-rules.ts";
import { fieldRefusal } from "#server/verb.ts";

/** The division of who enters: chosen among the printed ones, read from their tags, or, where the organizer assigns it, none yet. */
export function divisionOf(rules: DivisionRules | undefined, chosen: string | undefined, tags: readonly string[]): string | null {
  if (!rules || rules.by === "assigned") return null;
  if (rules.by === "tag") return rules.names.find((name) => tags.includes(name)) ?? null;
  if (chosen === undefined || !rules.names.includes(chosen)) throw fieldRefusal("division", "division-needed");
  return chosen;
}
