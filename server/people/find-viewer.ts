import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { OfficeName } from "#domain/people/offices.ts";
import { VISITOR, type Viewer } from "#domain/people/viewer.ts";

const IDLE_MS = 12 * 3_600_000;
const SEEN_EVERY_MS = 60_000;

type Row = {
  person_id: string;
  name: string;
  branch_id: string;
  branch_path: string;
  tags: string[];
  seen_at: Date;
  offices: { office: OfficeName; branchId: number; path: string }[] | null;
};

/**
 * Who a sign-in is, read afresh for each request: a revoked session, a disabled person or an ended office counts at once (I19).
 * A session ends after 12 h without use and at its absolute end.
 */
export async function findViewer(sessionId: string, now: Date): Promise<Viewer> {
  const db = database("play");
  const idleSince = new Date(now.getTime() - IDLE_MS);
  const { rows } = await db.execute<Row>(sql`
    select p.id as person_id, p.name, p.branch_id, b.path as branch_path, p.tags, s.seen_at,
      (select json_agg(json_build_object('office', o.office, 'branchId', o.branch_id, 'path', ob.path))
         from offices o join branches ob on ob.id = o.branch_id where o.person_id = p.id and o.ended_at is null) as offices
    from sessions s join people p on p.id = s.person_id join branches b on b.id = p.branch_id
    where s.id = ${sessionId} and s.revoked_at is null and s.expires_at > ${now} and s.seen_at > ${idleSince} and p.disabled_at is null`);
  const row = rows[0];
  if (!row) return VISITOR;
  if (now.getTime() - new Date(row.seen_at).getTime() > SEEN_EVERY_MS) {
    await db.execute(sql`update sessions set seen_at = greatest(seen_at, ${now}) where id = ${sessionId}`);
  }
  return {
    kind: "member",
    personId: Number(row.person_id),
    sessionId,
    name: row.name,
    branchId: Number(row.branch_id),
    branchPath: row.branch_path,
    tags: row.tags,
    offices: row.offices ?? [],
  };
}
