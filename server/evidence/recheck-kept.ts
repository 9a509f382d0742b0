import { z } from "zod";
import { ranked } from "#domain/boards/rank-key.ts";
import { wrongTeams } from "#domain/teams/kept-team.ts";
import { type TeamRules, teamRulesSchema } from "#domain/teams/team-rules.ts";
import { bytesOf, type Damage, filesNamed, linesOf, type Pack, type PackedFile } from "./open-pack.ts";

const figures = z.object({
  rank: z.number(),
  scoreMilli: z.number(),
  rightCount: z.number(),
  totalMs: z.number(),
  lastScoringMs: z.number(),
});
const teamSchema = figures.extend({
  ...{ teamId: z.number(), members: z.number(), played: z.number(), counted: z.number() },
  entryIds: z.array(z.number()),
});
const keptSchema = z.object({
  rows: z.array(figures.extend({ entryId: z.number().optional() })),
  /** Null in a contest of persons; packs of before teams were kept say nothing of it. */
  teams: z.array(teamSchema).nullish(),
});
type Kept = z.output<typeof keptSchema>;

const contestSchema = z.object({ rules: z.object({ team: teamRulesSchema.optional() }) });

/** By what rules the teams of the contest are counted, as the pack prints them; null in a contest of persons, and in a pack without a contest. */
export async function teamRulesOf(pack: Pack): Promise<TeamRules | null> {
  const chunks: Buffer[] = [];
  for (const file of filesNamed(pack, "contest.json")) for await (const bytes of bytesOf(pack, file)) chunks.push(bytes);
  if (chunks.length === 0) return null;
  return contestSchema.parse(JSON.parse(Buffer.concat(chunks).toString("utf8"))).rules.team ?? null;
}

/** The teams of a kept board, against what its persons' results give by the rules. */
function recheckTeams(name: string, { rows, teams }: Kept, rules: TeamRules | null): Damage[] {
  if (!teams) return [];
  if (!rules) return [{ name, why: "teams in a contest of persons" }];
  const persons = new Map(rows.flatMap(({ entryId, ...row }) => (entryId === undefined ? [] : [[entryId, row] as const])));
  const { sums, places } = wrongTeams(teams, rules, persons);
  return [...sums.map((id) => ({ name, why: `team ${id}: sum` })), ...places.map((id) => ({ name, why: `team ${id}: place` }))];
}

/** A board that was kept, against the places its own figures give, and its teams against their members. */
export async function recheckKept(pack: Pack, file: PackedFile, rules: TeamRules | null): Promise<Damage[]> {
  for await (const line of linesOf(pack, file)) {
    const kept = keptSchema.safeParse(JSON.parse(line));
    if (!kept.success) return []; // a board of another kind, whose places follow from other figures
    const places = ranked(kept.data.rows.map((row, at) => ({ ...row, told: row.rank, at })));
    const wrong = places.filter(({ rank, told }) => rank !== told);
    return [...wrong.map(({ at }) => ({ name: file.name, why: `row ${at + 1}: place` })), ...recheckTeams(file.name, kept.data, rules)];
  }
  return [];
}
