import { and, asc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { hallEvents, hallQuestions, hallSides, halls } from "#db/schema/halls.ts";
import { branches } from "#db/schema/people.ts";
import type { HallEvent } from "#domain/halls/acts.ts";
import type { Setup } from "#domain/halls/state.ts";

/** A final with the path of its branch: what every permission asks for. */
export async function findHall(db: Db | Tx, id: number) {
  const { branchId, contestId, title, rules, code, seed, seq, phase, createdAt } = halls;
  const [row] = await db
    .select({
      ...{ id: halls.id, branchId, contestId, title, rules, code, seed, seq, phase, createdAt },
      ...{ path: branches.path, branchName: branches.name },
    })
    .from(halls)
    .innerJoin(branches, eq(branches.id, halls.branchId))
    .where(eq(halls.id, id));
  return row;
}
export type HallRow = NonNullable<Awaited<ReturnType<typeof findHall>>>;

/** The same for a change: whoever writes into one ledger does so one after the other, on every instance. */
export async function lockHall(tx: Tx, id: number): Promise<HallRow | undefined> {
  await tx.execute(sql`select 1 from halls where id = ${id} for update`);
  return findHall(tx, id);
}

type LedgerRow = typeof hallEvents.$inferSelect;

const eventOf = ({ seq, kind, seat, said, at, us, instance }: LedgerRow): HallEvent =>
  ({ ...said, seq, kind, atMs: at.getTime(), ...(seat !== null && { seat }), ...(us !== null && { us, instance }) }) as HallEvent;

export type Ledger = Readonly<{
  setup: Setup;
  events: readonly HallEvent[];
  rows: readonly LedgerRow[];
  sides: readonly Readonly<{ seat: number; name: string }>[];
  /** The number of the last line that somebody said; buzzes come on their own, and nobody's command is too late for one. */
  acted: number;
}>;

/** A final's whole ledger with what it is played by. */
export async function loadLedger(db: Db | Tx, { id, rules }: Pick<HallRow, "id" | "rules">): Promise<Ledger> {
  const { seat, name } = hallSides;
  const sides = await db.select({ seat, name }).from(hallSides).where(eq(hallSides.hallId, id)).orderBy(asc(seat));
  const asked = await db
    .select({ round: hallQuestions.round, versionId: hallQuestions.versionId })
    .from(hallQuestions)
    .where(and(eq(hallQuestions.hallId, id)))
    .orderBy(asc(hallQuestions.round), asc(hallQuestions.place));
  const rows = await db.select().from(hallEvents).where(eq(hallEvents.hallId, id)).orderBy(asc(hallEvents.seq));
  const questions = rules.rounds.map((_round, at) => asked.filter(({ round }) => round === at).map(({ versionId }) => versionId));
  return {
    setup: { rules, seats: sides.map((side) => side.seat), questions },
    ...{ events: rows.map(eventOf), rows, sides },
    acted: rows.findLast(({ kind }) => kind !== "buzz")?.seq ?? 0,
  };
}
