import { and, count, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { arenaStrikes } from "#db/schema/arena-strikes.ts";
import { matches, matchPlayers } from "#db/schema/matches.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { nameConstraint } from "#server/name-constraint.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { findLaidDown, layDown } from "./arena-facts.ts";
import { lockArena } from "./find-arena.ts";

async function refuseUnlessOf(
  tx: Tx,
  arenaId: number,
  { matchId, personId }: { matchId?: number | undefined; personId?: number | undefined },
) {
  const [found] = await tx
    .select({ count: count() })
    .from(matches)
    .innerJoin(matchPlayers, eq(matchPlayers.matchId, matches.id))
    .where(and(eq(matches.arenaId, arenaId), matchId ? eq(matches.id, matchId) : eq(matchPlayers.personId, personId ?? 0)));
  if (!found?.count) throw fieldRefusal(matchId ? "matchId" : "personId", "not-in-this-arena");
}

/**
 * Strikes a duel, or every duel of a person, out of an arena, with a reason. It counts for neither side any more; a board that was laid
 * down is reckoned anew and laid down beside the former one. What the duels were otherwise, they stay.
 */
export const strikeFromArena = command({
  at: "POST /api/desk/arenas/:id/strikes",
  input: z.strictObject({ id: idSchema, matchId: blankable(idSchema), personId: blankable(idSchema), reason: lineSchema(300) }),
  output: z.object({ id: z.number() }),
  refusals: ["strike-one-thing", "not-in-this-arena", "struck-already"],
  door: "desk",
  load: (tx, { id }) => lockArena(tx, id),
  may: can.runArena,
  async run(tx, arena, { id, matchId, personId, reason }, context) {
    const { viewer, now } = context;
    if ((matchId === undefined) === (personId === undefined)) throw fieldRefusal("matchId", "strike-one-thing");
    await refuseUnlessOf(tx, id, { matchId, personId });
    const values = { arenaId: id, matchId: matchId ?? null, personId: personId ?? null, reason, struckBy: viewer.personId, struckAt: now };
    const taken = {
      arena_strikes_of_a_match: ["matchId", "struck-already"],
      arena_strikes_of_a_person: ["personId", "struck-already"],
    } as const;
    const [made] = await nameConstraint(taken, () => tx.insert(arenaStrikes).values(values).returning({ id: arenaStrikes.id }));
    if ((await findLaidDown(tx, id)) !== undefined) await layDown(tx, arena, now);
    await writeAudit(tx, {
      ...{ context, action: "arena.strike", object: "arena", objectId: id, branchId: arena.branchId },
      ...{ after: { title: arena.title, matchId: matchId ?? null, personId: personId ?? null }, reason },
    });
    return { id: made?.id ?? 0 };
  },
});
