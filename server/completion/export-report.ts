import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { fileReply, xlsxReply } from "#server/file-reply.ts";
import { fileLanguage } from "#server/people/people-file.ts";
import { query } from "#server/verb.ts";
import { readBranchLines } from "./branch-lines.ts";
import { namesAccessOf } from "./name-access.ts";
import { peopleFilter, readPeopleReport } from "./people-report.ts";
import { askOf } from "./report-ask.ts";
import { branchSheet, peopleSheet } from "./report-sheet.ts";

/** More people than this do not make a sheet anybody reads, and take a machine long to write. */
const MOST_PEOPLE = 5_000;
const { page: _page, size: _size, ...filters } = peopleFilter;

/**
 * What a report shows, as a spreadsheet: branches × items, or people × items. The numbers are those of the page, from the same query; a
 * sheet with names is written into the ledger, and without access to names there is none but the sums.
 */
export const exportReport = query({
  at: "GET /api/desk/reports/:slug/export",
  input: z.strictObject({ ...filters, view: z.enum(["branches", "people"]).default("branches"), language: fileLanguage }),
  output: fileReply,
  refusals: ["export-too-large"],
  door: "desk",
  may: can.seeReports,
  async run(db, { view, language, ...filter }, context) {
    const { viewer, now } = context;
    if (view === "branches") {
      const ask = await askOf(db, viewer, filter, now);
      const { lines, whole } = await readBranchLines(db, viewer, ask);
      const access = await namesAccessOf(db, viewer, now);
      const sheet = branchSheet(language, ask, access, lines, whole);
      return xlsxReply(sheet.name, sheet.header, sheet.rows, sheet.dress);
    }
    const report = await readPeopleReport(db, viewer, { ...filter, page: 1 }, MOST_PEOPLE, now);
    if (report.people.length > 0 && (report.whole?.people ?? 0) > MOST_PEOPLE) throw new Refusal("export-too-large", { most: MOST_PEOPLE });
    if (report.people.length > 0) {
      const [top] = report.ask.scope.tops;
      const after = { title: report.ask.programme.title, people: report.people.length };
      await writeAudit(db, { context, action: "names.export", object: "names", objectId: null, branchId: top?.id, after });
    }
    const sheet = peopleSheet(language, report);
    return xlsxReply(sheet.name, sheet.header, sheet.rows, sheet.dress);
  },
});
