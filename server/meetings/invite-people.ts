import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockMeeting } from "./meeting-facts.ts";
import { noteMeetingChange } from "./note-change.ts";
import { refuseOver } from "./refuse-over.ts";
import { type Guest, putOnRoster } from "./roster-of.ts";
import { tellRoster } from "./tell-roster.ts";

const MOST_NAMED = 200;
const MOST = 3_000;
const numbersSchema = z.preprocess(
  (value) => (typeof value === "string" ? value.split(/[\s,，、;；]+/).filter((part) => part !== "") : value),
  z.array(z.string().max(60)).min(1).max(MOST_NAMED),
);

async function guestsOf(tx: Tx, staffNos: readonly string[]): Promise<Guest[]> {
  const { rows } = await tx.execute<{ id: string; branch_id: string; staff_no: string }>(sql`
    select id, branch_id, staff_no from people where staff_no = any(${sql.param([...staffNos])}::text[]) and disabled_at is null order by id`);
  const missing = staffNos.find((wanted) => !rows.some(({ staff_no }) => staff_no === wanted));
  if (missing !== undefined) throw fieldRefusal("staffNos", "no-such-person", { who: missing });
  return rows.map(({ id, branch_id }) => ({ personId: Number(id), branchId: Number(branch_id) }));
}

/** Puts people on the list by their numbers; of an announced meeting they are told. */
export const invitePeople = command({
  at: "POST /api/meetings/:id/people",
  input: z.strictObject({ id: idSchema, staffNos: numbersSchema, attend: z.enum(["required", "invited"]).default("invited") }),
  output: z.object({ added: z.number() }),
  refusals: ["no-such-person", "too-many", "meeting-cancelled", "meeting-is-over"],
  door: "desk",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.runMeeting,
  async run(tx, meeting, { id, staffNos, attend }, context) {
    const { now } = context;
    refuseOver(meeting, now);
    const added = await putOnRoster(tx, id, await guestsOf(tx, staffNos), attend);
    const { rows } = await tx.execute<{ all: number }>(
      sql`select count(*)::int as all from meeting_people where meeting_id = ${id} and removed_at is null`,
    );
    if ((rows[0]?.all ?? 0) > MOST) throw new Refusal("too-many", { most: MOST });
    if (meeting.announcedAt)
      await tellRoster(tx, meeting, { kind: "meeting-announced", now, only: added, dedupe: `meeting-announced ${id}` });
    await noteMeetingChange(tx, id, "people", now);
    const entry = { action: "meeting.invite", object: "meeting", objectId: id, branchId: meeting.branchId, after: { added: added.length } };
    await writeAudit(tx, { context, ...entry });
    return { added: added.length };
  },
});
