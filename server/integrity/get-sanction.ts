import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { sanctions } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { SANCTION_KINDS } from "#domain/integrity/sanctions.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { dryRun } from "#server/rulings/dry-run.ts";
import { lockMarks } from "#server/rulings/let-follow.ts";
import { query } from "#server/verb.ts";
import { findSanction, type SanctionSubject } from "./find-sanction.ts";
import { recountSanctioned } from "./let-sanction-follow.ts";
import { boardsNow, effectAsKept, effectBetween, type SanctionEffect } from "./sanction-effect.ts";

/** A board may be long: so many lines of what moved are shown. */
const MOST = 200;
const sideSchema = z.object({ rank: z.number(), scoreMilli: z.number() }).nullable();
const moveSchema = z.object({ entryId: z.number(), name: z.string(), branchName: z.string(), before: sideSchema, after: sideSchema });
const unitMoveSchema = z.object({ id: z.number(), name: z.string(), before: sideSchema, after: sideSchema });
/** Moves null: nothing is known to move, as with persons. */
const unitsSchema = z.object({ moves: z.array(unitMoveSchema).nullable(), moved: z.number() });

/** A warning moves nobody. */
const NOTHING: SanctionEffect = { persons: [], teams: [], branches: [] };

/** Who would move if it were approved: it is carried out, looked at, and undone. */
function tryOut(db: Db, sanction: SanctionSubject, now: Date): Promise<SanctionEffect> {
  return dryRun(db, async (tx) => {
    await lockMarks(tx, sanction.contest.id);
    const before = await boardsNow(tx, sanction.contest);
    await tx.update(sanctions).set({ state: "applied" }).where(eq(sanctions.id, sanction.id));
    await recountSanctioned(tx, sanction, now);
    return effectBetween(before, await boardsNow(tx, sanction.contest));
  });
}

const shownOf = <Move>(moves: readonly Move[] | null) => ({ moves: moves?.slice(0, MOST) ?? null, moved: moves?.length ?? 0 });

/** A sanction and who moves by it on every board: before it is decided by a dry run, after it as it was. */
export const getSanction = query({
  at: "GET /api/desk/sanctions/:id",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    id: z.number(),
    contest: z.object({ slug: z.string(), title: z.string() }),
    kind: z.enum(SANCTION_KINDS),
    state: z.enum(["proposed", "applied", "rejected", "lifted"]),
    /** Null where nothing is known to move: of one that was rejected. */
    moves: z.array(moveSchema).nullable(),
    /** How many moved in all. */
    moved: z.number(),
    /** The same on the board of teams; null in a contest of persons. */
    teams: unitsSchema.nullable(),
    /** The same on the board of branches; null in a contest without one. */
    branches: unitsSchema.nullable(),
  }),
  door: "judge",
  may: can.openDesk,
  async run(db, { id }, { viewer, now }) {
    const sanction = await findSanction(db, id);
    if (!sanction || !can.runContest(viewer, sanction.contest)) throw new Refusal("not-found");
    const { contest, kind, state } = sanction;
    const effect = await (kind === "warning" ? NOTHING : state === "proposed" ? tryOut(db, sanction, now) : effectAsKept(db, contest, id));
    const { team, board } = contest.rules;
    return {
      ...{ id, kind, state, contest: { slug: contest.slug, title: contest.title } },
      ...shownOf(effect?.persons ?? null),
      teams: team ? shownOf(effect?.teams ?? null) : null,
      branches: board.branches ? shownOf(effect?.branches ?? null) : null,
    };
  },
});
