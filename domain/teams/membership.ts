import type { TeamRules } from "./team-rules.ts";

export const TEAM_ROLES = ["captain", "member", "substitute"] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/**
 * Whether a team's members are fixed (I24): since its first attempt, or, as the rules say, since the contest opened. Afterwards only an
 * organizer changes them, with a reason.
 */
export function isFixed(rules: Pick<TeamRules, "fixed">, at: { fixedAt: Date | null; opensAt: Date; now: Date }): boolean {
  return at.fixedAt !== null || (rules.fixed === "opens" && at.now >= at.opensAt);
}

/** Those who play: captain and members. */
export const plays = ({ role }: { role: TeamRole }): boolean => role !== "substitute";

/** Where one more comes to stand: among the members while there is room, then among the substitutes; null: the team is full. */
export function roleForNext(rules: Pick<TeamRules, "max" | "substitutes">, team: readonly { role: TeamRole }[]): TeamRole | null {
  const members = team.filter(plays).length;
  if (members < rules.max) return members === 0 ? "captain" : "member";
  return team.length - members < rules.substitutes ? "substitute" : null;
}
