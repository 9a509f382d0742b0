import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { giveNotice } from "#server/notices/give-notice.ts";

type Answer = Readonly<{ state: "accepted" | "declined"; reply: string; rulingId: number | null; by: number; now: Date }>;

/** Answers the open reports that `where` names (question_reports r) and tells who made them. Returns how many. */
export async function closeReports(tx: Tx, where: SQL, { state, reply, rulingId, by, now }: Answer): Promise<number> {
  const { rows } = await tx.execute<{ id: string; person_id: string }>(sql`
    update question_reports r set state = ${state}, reply = ${reply}, ruling_id = ${rulingId}::bigint, replied_by = ${by}, replied_at = ${now}
    where r.state = 'open' and ${where} returning r.id, r.person_id`);
  const kind = rulingId === null ? `report-${state}` : "report-ruled";
  const personIds = [...new Set(rows.map(({ person_id }) => Number(person_id)))];
  await giveNotice(tx, { personIds, kind, path: "/me/reports", now });
  return rows.length;
}
