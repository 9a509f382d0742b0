import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

const DAYS = 30;

/** Rows of files are kept thirty days, for they hold keys: a file not written by then is dropped, of a written one the record stays. */
export async function forgetImports(now: Date): Promise<{ dropped: number }> {
  const before = new Date(now.getTime() - DAYS * 86_400_000);
  const db = database("desk");
  return db.transaction(async (tx) => {
    const old = sql`created_at < ${before} and state <> 'writing'`;
    const kept = sql`select 1 from question_import_rows r where r.import_id = i.id`;
    await tx.execute(
      sql`delete from question_import_rows where import_id in (select i.id from question_imports i where ${old} and exists (${kept}))`,
    );
    const dropped = await tx.execute(
      sql`update question_imports set state = 'dropped', ended_at = ${now} where ${old} and state in ('reading', 'open', 'failed')`,
    );
    return { dropped: dropped.rowCount ?? 0 };
  });
}
