import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { ContentPack } from "./content-pack.ts";
import { loadChecks } from "./load-checks.ts";
import { loadMaterials } from "./load-materials.ts";
import { loadQuestions } from "./load-questions.ts";

/** `kept`: the pack says something else now, but people have edited, retired or archived it here, and what they did stands. */
export type LoadCounts = { added: number; changed: number; untouched: number; kept: number };
export type LoadReport = { materials: LoadCounts; questions: LoadCounts };

/** Any number, as long as every instance asks for the same one. */
const CONTENT_LOCK = 7_210_302;

/**
 * Brings the bank and the library to a content pack, in one transaction: what is new is added and published, what the pack changed
 * becomes a new version, everything else is left as it is, so that a second run does nothing. For scripts, with `database("desk")`.
 */
export async function loadContent(db: Db, pack: ContentPack, now: Date): Promise<LoadReport> {
  return db.transaction(async (tx) => {
    // Two instances that start together take turns; the second finds everything done.
    await tx.execute(sql`select pg_advisory_xact_lock(${CONTENT_LOCK})`);
    const { counts, idOf } = await loadMaterials(tx, pack, now);
    const questions = await loadQuestions(tx, pack, idOf, now);
    await loadChecks(tx, pack);
    return { materials: counts, questions };
  });
}
