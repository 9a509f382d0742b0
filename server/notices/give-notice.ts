import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

export type NoticeGift = Readonly<{
  personIds: readonly number[];
  /** A sentence under `notices.kinds` in messages/, and what fills it. Lines of text in `params` are shown as they are. */
  kind: string;
  params?: Readonly<Record<string, string | number>>;
  /** Where it leads, a path of ours. */
  path: string;
  now: Date;
  /** With a key, a person gets the same notice once, however often it is given. */
  dedupe?: string;
}>;

/**
 * Tells people something in the app, in the transaction of what it is about, all in one statement. Disabled people are left out.
 * Returns how many were told. Any door may.
 */
export async function giveNotice(tx: Tx, { personIds, kind, params = {}, path, now, dedupe }: NoticeGift): Promise<number> {
  if (personIds.length === 0) return 0;
  const { rowCount } = await tx.execute(sql`
    insert into notices (person_id, kind, params, path, created_at, dedupe)
    select p.id, ${kind}, ${JSON.stringify(params)}::jsonb, ${path}, ${now}, ${dedupe ?? null}
    from people p where p.id = any(${sql.param([...personIds])}::bigint[]) and p.disabled_at is null
    on conflict (person_id, dedupe) do nothing`);
  return rowCount ?? 0;
}
