import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { sanctions } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { type BoardLine, type PlaceMove, placeMoves } from "#domain/boards/place-moves.ts";
import { SANCTION_KINDS } from "#domain/integrity/sanctions.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { dryRun } from "#server/rulings/dry-run.ts";
import { lockMarks } from "#server/rulings/let-follow.ts";
import { query } from "#server/verb.ts";
import { findSanction, type SanctionSubject } from "./find-sanction.ts";
import { recountSanctioned } from "./let-sanction-follow.ts";

/** A board may be long: so many lines of what moved are shown. */
const MOST = 200;
const sideSchema = z.object({ rank: z.number(), scoreMilli: z.number() }).nullable();
const moveSchema = z.object({ entryId: z.number(), name: z.string(), branchName: z.string(), before: sideSchema, after: sideSchema });

async function linesOf(tx: Tx, contestId: number): Promise<BoardLine[]> {
  const { rows } = await tx.execute<{ entry_id: string; name: string; branch: string; rank: number; score_milli: string }>(sql`
    select s.entry_id, p.name, b.name as branch, rank() over (order by s.rank_key desc)::int as rank, s.score_milli
    from standings s join entries e on e.id = s.entry_id join people p on p.id = e.person_id join branches b on b.id = e.branch_id
    where s.contest_id = ${contestId} and s.counts`);
  return rows.map((row) => ({
    ...{ entryId: Number(row.entry_id), name: row.name, branchName: row.branch, rank: row.rank, scoreMilli: Number(row.score_milli) },
  }));
}

/** Who would move if it were approved: it is carried out, looked at, and undone. */
function tryOut(db: Db, sanction: SanctionSubject, now: Date): Promise<PlaceMove[]> {
  return dryRun(db, async (tx) => {
    await lockMarks(tx, sanction.contest.id);
    const before = await linesOf(tx, sanction.contest.id);
    await tx.update(sanctions).set({ state: "applied" }).where(eq(sanctions.id, sanction.id));
    await recountSanctioned(tx, sanction, now);
    return placeMoves(before, await linesOf(tx, sanction.contest.id));
  });
}

/** Who moved when it was carried out, by the two boards that were kept. Null of one that was carried out before boards were kept. */
async function asKept(db: Db, sanctionId: number): Promise<PlaceMove[] | null> {
  const { rows } = await db.execute<{ moment: string; rows: BoardLine[] }>(
    sql`select moment, rows from board_snapshots where sanction_id = ${sanctionId} and moment in ('before-sanction', 'after-sanction')`,
  );
  const [before, after] = ["before-sanction", "after-sanction"].map((moment) => rows.find((row) => row.moment === moment)?.rows);
  return before && after ? placeMoves(before, after) : null;
}

/** A sanction and who moves by it: before it is decided by a dry run, after it as it was. A warning moves nobody. */
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
  }),
  door: "judge",
  may: can.openDesk,
  async run(db, { id }, { viewer, now }) {
    const sanction = await findSanction(db, id);
    if (!sanction || !can.runContest(viewer, sanction.contest)) throw new Refusal("not-found");
    const { contest, kind, state } = sanction;
    const moves = await (kind === "warning" ? [] : state === "proposed" ? tryOut(db, sanction, now) : asKept(db, id));
    return {
      ...{ id, kind, state, contest: { slug: contest.slug, title: contest.title } },
      ...{ moves: moves?.slice(0, MOST) ?? null, moved: moves?.length ?? 0 },
    };
  },
});
