import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { itemsOfDraft, type ProgrammeDraft } from "#domain/programmes/draft.ts";
import { invalidFields } from "#server/parse-input.ts";

/** An item that is another meeting from now on, or none. */
export type Relinked = Readonly<{ item: number; from: number; to: number | null }>;

/**
 * The items of a published programme that a draft ties to another meeting than before, or to none. One that is planned or was called off
 * may be changed for another; one that was opened may not: who was there has done the item, or is about to.
 */
export async function relinkedMeetings(
  tx: Tx,
  present: ReadonlyMap<number, Readonly<{ meetingId: number | null }>>,
  draft: ProgrammeDraft,
): Promise<Relinked[]> {
  const changed = itemsOfDraft(draft).flatMap(({ item, path }) => {
    const from = present.get(item.id ?? 0)?.meetingId ?? null;
    return item.id !== null && from !== null && from !== item.meetingId ? [{ item: item.id, from, to: item.meetingId, path }] : [];
  });
  if (changed.length === 0) return [];
  // Held against its opening until this is saved.
  const { rows } = await tx.execute<{ id: string; is_held: boolean }>(sql`
    select id, opened_at is not null and cancelled_at is null as is_held from meetings
    where id = any(${sql.param(changed.map(({ from }) => from))}::bigint[]) order by id for share`);
  const held = new Set(rows.flatMap(({ id, is_held }) => (is_held ? Number(id) : [])));
  const refused = changed.filter(({ from }) => held.has(from));
  if (refused.length > 0) throw invalidFields(refused.map(({ path }) => ({ path: `${path}.meetingId`, code: "meeting-held", params: {} })));
  return changed.map(({ path: _path, ...one }) => one);
}
