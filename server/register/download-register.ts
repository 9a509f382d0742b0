import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { clockOf, dayIn } from "#domain/records/record-words.ts";
import { fileReply, xlsxReply } from "#server/file-reply.ts";
import { meetingFacts } from "#server/meetings/meeting-facts.ts";
import { languageSchema, recordMessages } from "#server/records/words-of.ts";
import { query } from "#server/verb.ts";
import { listRegistered } from "./list-register.ts";
import { registerFilter } from "./register-fields.ts";

const MOST = 5_000;

/** Who attended each, for meetings whose record the viewer writes or looks after; of others the counts are enough (light-burden). */
async function attendeesOf(db: Db, viewer: Member, ids: readonly number[]): Promise<Map<number, string[]>> {
  const all = await meetingFacts(db, viewer, sql`${meetings.id} = any(${sql.param([...ids])}::bigint[])`);
  const own = all.filter((meeting) => can.writeRecord(viewer, meeting)).map(({ id }) => id);
  const { rows } = await db.execute<{ meeting_id: string; names: string[] }>(sql`
    select c.meeting_id, array_agg(p.name order by p.pinyin_full, p.id) as names from check_ins c join people p on p.id = c.person_id
    where c.meeting_id = any(${sql.param(own)}::bigint[]) and c.withdrawn_at is null group by c.meeting_id`);
  return new Map(rows.map(({ meeting_id, names }) => [Number(meeting_id), names]));
}

/** The register as a spreadsheet, as filtered. */
export const downloadRegister = query({
  at: "GET /api/register/file",
  input: z.strictObject({ ...registerFilter, language: languageSchema }),
  output: fileReply,
  door: "play",
  may: can.beSignedIn,
  async run(db, { language, ...filter }, { viewer }) {
    const words = recordMessages(language).register;
    const rows = await listRegistered(db, viewer, filter, { limit: MOST, offset: 0 });
    const names = await attendeesOf(
      db,
      viewer,
      rows.map(({ id }) => id),
    );
    const { columns, states } = words;
    const { date, time, title, kind, group, branch, studied, lead, chair, listed, attended, who, spoke, record } = columns;
    return xlsxReply(
      words.title,
      [date, time, title, kind, group, branch, studied, lead, chair, listed, attended, who, spoke, record],
      rows.map((row) => [
        ...[dayIn(language, row.startsAt), clockOf(row.startsAt), row.title, language === "en" ? row.kind.nameEn : row.kind.name],
        ...[row.group ?? "", row.branch, row.studied.join("；"), row.leadReader ?? "", row.chair ?? "", row.listed, row.attended],
        ...[names.get(row.id)?.join("、") ?? "", row.spoke, states[row.lockedAt ? "locked" : row.signed ? "signed" : "draft"]],
      ]),
    );
  },
});
