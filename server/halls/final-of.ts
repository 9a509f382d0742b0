import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { teams } from "#db/schema/teams.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { latestPromotion } from "#server/stages/read-promotion.ts";
import { fieldRefusal } from "#server/verb.ts";
import type { HallFields } from "./hall-fields.ts";

/**
 * The contest whose final a hall is, for whoever runs both; null for a final of its own. Refuses at its field a contest that is none of
 * theirs (`not-found`), and at its side a team that the list in force does not send on (`not-promoted`).
 */
export async function finalOf(
  tx: Tx,
  viewer: Member,
  { contest: slug, sides }: Pick<HallFields, "contest" | "sides">,
): Promise<number | null> {
  const asked = sides.flatMap(({ fromTeamId }, at) => (fromTeamId === undefined ? [] : [{ fromTeamId, at }]));
  if (slug === undefined) {
    if (asked[0]) throw fieldRefusal(`sides.${asked[0].at}.name`, "not-promoted");
    return null;
  }
  const contest = await findContest(tx, slug);
  if (!contest || !can.runContest(viewer, contest)) throw fieldRefusal("contest", "not-found");
  if (asked.length === 0) return contest.id;
  const list = await latestPromotion(tx, contest.id);
  const promoted = new Set(list?.rows.filter(({ kind }) => kind === "promoted").map(({ subject }) => subject));
  const own = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(
      and(
        eq(teams.contestId, contest.id),
        inArray(
          teams.id,
          asked.map(({ fromTeamId }) => fromTeamId),
        ),
      ),
    );
  const known = new Set(own.map(({ id }) => id));
  for (const { fromTeamId, at } of asked)
    if (!known.has(fromTeamId) || !promoted.has(fromTeamId)) throw fieldRefusal(`sides.${at}.name`, "not-promoted");
  return contest.id;
}
