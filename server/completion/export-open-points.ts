import { z } from "zod";
import { can } from "#domain/access.ts";
import { titleIn } from "#domain/programmes/title-in.ts";
import { Refusal } from "#domain/refusal.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import { fileReply, xlsxReply } from "#server/file-reply.ts";
import { fileLanguage } from "#server/people/people-file.ts";
import { query } from "#server/verb.ts";
import { pointFilter } from "./list-open-points.ts";
import { readOpenPoints } from "./read-open-points.ts";

const MOST_ROWS = 5_000;

/** The open points that the page shows, all pages of them, as a spreadsheet, from the same query. */
export const exportOpenPoints = query({
  at: "GET /api/desk/open-points/export",
  input: z.strictObject({ ...pointFilter, language: fileLanguage }),
  output: fileReply,
  refusals: ["export-too-large"],
  door: "desk",
  may: can.seeReports,
  async run(db, { branchId, state, language }, { viewer, now }) {
    const { points, total } = await readOpenPoints(db, viewer, { branchId, state, limit: MOST_ROWS, offset: 0 }, now);
    if (total > MOST_ROWS) throw new Refusal("export-too-large", { most: MOST_ROWS });
    const { points: words } = (language === "en" ? en : zh).completion;
    const { columns, states, arrow, title, measure, closing } = words;
    const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });
    const dayOf = (at: Date | null) => (at ? day.format(at) : "");
    const header = [columns.body, measure, columns.branch, columns.programme, columns.owner, columns.due, columns.state, closing];
    const rows = points.map(({ body, measure: done, branch, chain, owner, dueAt, closedAt, isOverdue, closingNote }) => [
      ...[body, done, branch, chain.map((one) => titleIn(language, one)).join(arrow), owner ?? "", dayOf(dueAt)],
      ...[closedAt ? `${states.closed} ${dayOf(closedAt)}` : states[isOverdue ? "overdue" : "open"], closingNote],
    ]);
    return xlsxReply(title, header, rows);
  },
});
