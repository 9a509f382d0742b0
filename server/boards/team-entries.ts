import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { RankFields } from "#domain/boards/rank-key.ts";
import { type RevealEntry, teamStages } from "#domain/boards/reveal.ts";
import { teamResultOf } from "#domain/teams/team-fields.ts";
import { frozenMembers } from "#server/teams/list-frozen-teams.ts";
import { asTeamContest } from "#server/teams/own-team.ts";
import { teamPlacesOf } from "#server/teams/team-places-of.ts";
import { type Frozen, hiddenOf, isSame } from "./hidden-results.ts";

type Member = { team_id: string; entry_id: string; before: RankFields | null };
type Placed = RankFields & Readonly<{ teamId: number; name: string; branchName: string | null }>;

const fieldsOf = ({ scoreMilli, rightCount, totalMs, lastScoringMs }: RankFields): RankFields => ({
  ...{ scoreMilli, rightCount, totalMs, lastScoringMs },
});

/** The entries of teams, each with what it counted for at the freeze. */
async function membersOf(tx: Tx, contestId: number): Promise<ReadonlyMap<number, readonly Member[]>> {
  const { rows } = await tx.execute<Member>(sql`
    select e.team_id, e.id as entry_id, case when f.entry_id is null then null else jsonb_build_object('scoreMilli', f.score_milli,
      'rightCount', f.right_count, 'totalMs', f.total_ms, 'lastScoringMs', f.last_scoring_ms) end as before
    from entries e left join frozen_standings f on f.entry_id = e.id and f.counts
    where e.contest_id = ${contestId} and e.team_id is not null order by e.id`);
  return Map.groupBy(rows, ({ team_id }) => Number(team_id));
}

/**
 * The teams of either board, each with what it came to after every hidden result of a member, in the order in which they ended; the last
 * is always the true one, whatever a ruling or a change of members made of it.
 */
export async function teamEntries(tx: Tx, found: Frozen): Promise<RevealEntry<RankFields>[]> {
  const { team } = asTeamContest(found).rules;
  const byTeam = (places: readonly Placed[]) => new Map(places.map((place) => [place.teamId, place]));
  const frozen = byTeam(await teamPlacesOf(tx, found, "frozen"));
  const now = byTeam(await teamPlacesOf(tx, found, "now"));
  const members = await membersOf(tx, found.id);
  const counts = await frozenMembers(tx, found.id);
  const entryIds = [...members.values()].flat().map(({ entry_id }) => Number(entry_id));
  const hidden = await hiddenOf(tx, found, entryIds);
  return [...new Set([...frozen.keys(), ...now.keys()])]
    .sort((a, b) => a - b)
    .map((id) => {
      const [was, is] = [frozen.get(id), now.get(id)];
      const own = members.get(id) ?? [];
      const known = new Map(own.flatMap(({ entry_id, before }) => (before ? [[Number(entry_id), before] as const] : [])));
      const events = own.flatMap(({ entry_id }) => hidden.get(Number(entry_id)) ?? []);
      const stages = teamStages(known, events, (results) => {
        const result = teamResultOf(team, results, counts.get(id) ?? results.length);
        return result && fieldsOf(result);
      });
      const [before, true_] = [was ? fieldsOf(was) : null, is ? fieldsOf(is) : null];
      const last = stages.length === 0 ? before : (stages.at(-1) ?? null);
      const { name, branchName } = is ?? was ?? { name: "", branchName: null };
      return { id, name, branchName: branchName ?? "", before, after: isSame(last, true_) ? stages : [...stages, true_] };
    });
}
