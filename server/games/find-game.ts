import { desc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { games } from "#db/schema/games.ts";
import { branches } from "#db/schema/people.ts";

const columns = {
  ...{ id: games.id, code: games.code, title: games.title, branchId: games.branchId, branchName: branches.name, path: branches.path },
  ...{ rules: games.rules, versionIds: games.versionIds, worths: games.worths, teams: games.teams },
  ...{ stage: games.stage, questionNo: games.questionNo, stateSeq: games.stateSeq },
  ...{ opensAt: games.opensAt, closesAt: games.closesAt, pausedAt: games.pausedAt },
  ...{ resumesAt: games.resumesAt, promptId: games.promptId },
  ...{ createdBy: games.createdBy, createdAt: games.createdAt, startedAt: games.startedAt, endedAt: games.endedAt },
};

const rowsOf = (db: Db | Tx) => db.select(columns).from(games).innerJoin(branches, eq(branches.id, games.branchId));

/** A game with the path of its branch: what every permission asks for. */
export async function findGame(db: Db | Tx, id: number) {
  const [game] = await rowsOf(db).where(eq(games.id, id));
  return game;
}
export type Game = NonNullable<Awaited<ReturnType<typeof findGame>>>;

/** The same for an act of a host: two who act at once are taken one after the other, and the second sees what the first did. */
export async function lockGame(tx: Tx, id: number): Promise<Game | undefined> {
  await tx.execute(sql`select 1 from games where id = ${id} for update`);
  return findGame(tx, id);
}

/** The game of a code: the one that is open, else the last that was. */
export async function findGameByCode(db: Db | Tx, code: string): Promise<Game | undefined> {
  const [game] = await rowsOf(db).where(eq(games.code, code)).orderBy(sql`${games.endedAt} is null desc`, desc(games.id)).limit(1);
  return game;
}
