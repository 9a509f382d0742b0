import { mkdtempSync, rmSync } from "node:fs";
import pg from "pg";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { migrate } from "#db/migrate.ts";
import { type BenchContest, seedContest } from "./seed-rows.ts";

/** What the measures share: a temporary database with a running contest, and the next slot nobody has answered yet. */
export type World = { url: string; db: pg.Pool; contest: BenchContest; nextSlot(): number; end(): Promise<void> };

/** A temporary PostgreSQL of the kind `npm start` runs, with fsync on, seeded. */
export async function openWorld(): Promise<World> {
  const dataDir = mkdtempSync("/tmp/zhixing-bench-");
  const server = await startEmbedded({ dataDir });
  return worldOn(server.url, async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
}

/** The same on a database that somebody else started. */
export async function worldOn(url: string, stop: () => Promise<void>): Promise<World> {
  await migrate(url);
  process.env["ZX_DATABASE_URL"] = url;
  const db = new pg.Pool({ connectionString: url, max: 20 });
  db.on("error", () => undefined); // the server is stopped before the pool is closed, when a measure failed
  const contest = await seedContest(db);
  let slot = 0;
  return {
    url,
    db,
    contest,
    nextSlot: () => slot++,
    async end() {
      await db.end();
      await stop();
    },
  };
}
