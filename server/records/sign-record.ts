import { z } from "zod";
import { recordSignatures } from "#db/schema/records.ts";
import { can } from "#domain/access.ts";
import { missingOf } from "#domain/records/record-of.ts";
import { signingProblem } from "#domain/records/signing.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { lockMeeting } from "#server/meetings/meeting-facts.ts";
import { noteMeetingChange } from "#server/meetings/note-change.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { makeDecisionTasks } from "./decision-tasks.ts";
import { ensureRecord, loadRecord, standingSignatures } from "./load-record.ts";
import { refuseClosedRecord } from "./refuse-closed-record.ts";
import { recordPath } from "./reopen-record.ts";

/**
 * Signs a record as its chair or as its recorder: the very revision one has read. Refused while a required field is empty, while the
 * meeting runs, and to one person for both. With the second signature decisions become tasks. Doing it twice is doing it once.
 */
export const signRecord = command({
  at: "POST /api/meetings/:id/record/sign",
  input: z.strictObject({ id: idSchema, role: z.enum(["chair", "recorder"]), revision: z.coerce.number().int().min(1) }),
  output: z.object({ signed: z.boolean(), tasks: z.number() }),
  refusals: [
    ...["record-locked", "record-changed", "record-incomplete", "not-your-duty", "signed-as-other"],
    ...["meeting-not-begun", "meeting-not-over", "meeting-cancelled"],
  ],
  door: "play",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.signRecord,
  async run(tx, meeting, { role, revision }, { viewer: { personId }, now }) {
    refuseClosedRecord(meeting, now);
    if (!meeting.closedAt && meeting.endsAt > now) throw new Refusal("meeting-not-over");
    await ensureRecord(tx, meeting.id, now);
    const [loaded, standing] = [await loadRecord(tx, meeting.id, { now, language: "zh-CN" }), await standingSignatures(tx, meeting.id)];
    if (!loaded) throw new Refusal("not-found");
    if (standing.some((one) => one.role === role && one.personId === personId)) return { signed: standing.length === 2, tasks: 0 };
    if (loaded.revision !== revision) throw new Refusal("record-changed", { revision: loaded.revision });
    const missing = missingOf(loaded.record, loaded.required);
    const problem = signingProblem(role, personId, { isDuty: meeting.duty[role], missing, standing });
    if (problem) throw new Refusal(problem, problem === "record-incomplete" ? { missing: missing.join(",") } : {});
    await tx.insert(recordSignatures).values({ meetingId: meeting.id, personId, role, revision, signedAt: now });
    await noteMeetingChange(tx, meeting.id, "record", now);
    const signed = standing.length === 1;
    const other = role === "chair" ? meeting.recorderId : meeting.chairId;
    if (!signed && other !== null && other !== personId) {
      const params = { title: meeting.title };
      await giveNotice(tx, { personIds: [other], kind: "record-to-sign", params, path: recordPath(meeting.id), now });
    }
    return { signed, tasks: signed ? await makeDecisionTasks(tx, meeting, now) : 0 };
  },
});
