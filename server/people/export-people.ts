import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { fileReply, xlsxReply } from "#server/file-reply.ts";
import { reasonSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { fileLanguage, fileWordsOf } from "./people-file.ts";
import { type PeopleFilter, peopleFilter, visiblePeople } from "./visible-people.ts";

/** Only what an import takes, and whether somebody is disabled: no time factor, no offices (TH3). */
async function listRows(tx: Tx, viewer: Member, filter: PeopleFilter) {
  const { staffNo, name, tags, account, disabledAt } = people;
  return tx
    .select({ staffNo, name, tags, account, disabledAt, branchCode: branches.code, branchName: branches.name })
    .from(people)
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(visiblePeople(viewer, filter))
    .orderBy(asc(people.pinyinFull), asc(people.id));
}

/** The list as it is narrowed, as a spreadsheet that import reads back; who took it and why is in the ledger. */
export const exportPeople = query({
  at: "GET /api/desk/people/export",
  input: z.strictObject({ ...peopleFilter, language: fileLanguage, reason: reasonSchema }),
  output: fileReply,
  door: "desk",
  may: can.seePeople,
  async run(db, { language, reason, ...filter }, context) {
    const rows = await db.transaction(async (tx) => {
      const listed = await listRows(tx, context.viewer, filter);
      const [top = null] = context.viewer.offices.map(({ branchId }) => branchId);
      const after = { people: listed.length, ...filter };
      await writeAudit(tx, { context, action: "people.export", object: "people", objectId: null, branchId: top, after, reason });
      return listed;
    });
    const words = fileWordsOf(language);
    const header = [words.staffNo, words.name, words.branchCode, words.branch, words.tags, words.account, words.state];
    const cells = rows.map(({ staffNo, name, branchCode, branchName, tags, account, disabledAt }) => {
      const state = disabledAt ? words.disabled : words.active;
      return [staffNo, name, branchCode, branchName, tags.join("、"), account, state];
    });
    return xlsxReply(words.rosterSheet, header, cells);
  },
});
