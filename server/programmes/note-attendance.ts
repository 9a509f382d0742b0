import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudits } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { recordOutcome } from "#server/outcomes/record-outcome.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { findMeeting } from "./find-meeting.ts";

type Expected = { id: string; path: string; branch_id: string; mode: string | null };

/** Expected people with where they stand and what is noted of them, held until the end of the transaction. */
async function expectedOf(tx: Tx, itemId: number, ids: readonly number[]): Promise<Expected[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('attendance', ${itemId}))`);
  const { rows } = await tx.execute<Expected>(sql`
    select w.id, b.path, w.branch_id, a.mode from tasks t join people w on w.id = t.person_id join branches b on b.id = w.branch_id
    left join item_attendances a on a.item_id = t.item_id and a.person_id = t.person_id
    where t.item_id = ${itemId} and t.cancelled_at is null and w.id = any(${sql.param(ids)}::bigint[]) order by w.id`);
  return rows;
}

/** Takes a wrong tick back, and what followed from it: the meeting is no longer done, unless somebody waived or said so. */
async function takeBack(tx: Tx, itemId: number, ids: readonly number[]): Promise<void> {
  const people = sql`any(${sql.param(ids)}::bigint[])`;
  await tx.execute(sql`delete from item_attendances where item_id = ${itemId} and person_id = ${people}`);
  await tx.execute(
    sql`update outcomes set completed_at = null where kind = 'meeting' and subject_id = ${itemId} and person_id = ${people}`,
  );
  await tx.execute(sql`
    update tasks t set done_at = null from programme_items i where i.id = t.item_id and i.move_on <> 'NotApplicable'
      and t.item_id = ${itemId} and t.person_id = ${people} and t.done_at is not null and t.done_by is null`);
}

/** What a meeting of a group or branch tells of itself is not told by hand; only a tick of before may be taken back. */
async function refuseTold(tx: Tx, meetingId: number, ids: readonly number[], mode: "on_site" | "online" | "absent"): Promise<void> {
  const { rows } = await tx.execute(sql`
    select 1 from check_ins where meeting_id = ${meetingId} and withdrawn_at is null and person_id = any(${sql.param(ids)}::bigint[]) limit 1`);
  if (mode !== "absent" || rows.length > 0) throw new Refusal("attendance-of-meeting");
}

/** Notes who was at a meeting, on site or online, or takes a tick back; for many at once. Saying the same again changes nothing. */
export const noteAttendance = command({
  at: "POST /api/desk/programmes/:slug/items/:id/attendance",
  input: z.strictObject({
    slug: z.string().max(120),
    id: idSchema,
    people: z.union([idSchema.transform((one) => [one]), z.array(idSchema).min(1).max(1_000)]),
    mode: z.enum(["on_site", "online", "absent"]),
  }),
  output: z.object({ changed: z.number() }),
  refusals: ["attendance-of-meeting"],
  door: "desk",
  load: (tx, { slug, id }) => findMeeting(tx, slug, id),
  may: can.tendProgramme,
  async run(tx, { item }, { id, people, mode }, context) {
    const ids = [...new Set(people)];
    const found = await expectedOf(tx, id, ids);
    if (found.length < ids.length || found.some(({ path }) => !can.noteAttendance(context.viewer, { path })))
      throw fieldRefusal("people", "not-found");
    if (item.held) await refuseTold(tx, item.held.id, ids, mode);
    const changes = found.filter((person) => person.mode !== (mode === "absent" ? null : mode));
    if (mode === "absent") {
      const taken = changes.map((person) => Number(person.id));
      await takeBack(tx, id, taken);
      await writeAudits(
        tx,
        context,
        changes.map((person) => ({
          action: "attendance.untick",
          object: "attendance",
          objectId: Number(person.id),
          branchId: Number(person.branch_id),
          before: { item: item.title, mode: person.mode },
        })),
      );
      return { changed: taken.length };
    }
    for (const person of changes) {
      const personId = Number(person.id);
      // Who was noted already and only changes sides keeps the moment of the first note.
      const { rows } = await tx.execute<{ noted_at: Date }>(sql`
        insert into item_attendances (item_id, person_id, mode, noted_at, noted_by) values (${id}, ${personId}, ${mode}, ${context.now}, ${context.viewer.personId})
        on conflict (item_id, person_id) do update set mode = excluded.mode, noted_by = excluded.noted_by returning noted_at`);
      const completedAt = new Date(rows[0]?.noted_at ?? context.now);
      await recordOutcome(tx, { personId, kind: "meeting", subjectId: id, completedAt, now: context.now });
    }
    return { changed: changes.length };
  },
});
