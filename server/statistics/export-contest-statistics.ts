import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import type { ExportCell } from "#server/exports/write-table.ts";
import { fileReply, xlsxReply } from "#server/file-reply.ts";
import { fileLanguage } from "#server/people/people-file.ts";
import { query } from "#server/verb.ts";
import { findMeasured } from "./get-contest-statistics.ts";
import { type ItemLine, listItemLines } from "./item-line.ts";

const shown = (figure: number | null): ExportCell => (figure === null ? null : Math.round(figure * 100) / 100);

/** The figures of every wording of a contest as a spreadsheet. */
export const exportContestStatistics = query({
  at: "GET /api/desk/contests/:slug/statistics/file",
  input: z.strictObject({ slug: z.string().max(80), language: fileLanguage }),
  output: fileReply,
  refusals: ["not-closed-yet"],
  door: "desk",
  may: can.openDesk,
  async run(db, { slug, language }, { viewer, now }) {
    const { contest, isOver } = await findMeasured(db, slug, viewer, now);
    if (!isOver) throw new Refusal("not-closed-yet");
    const messages = language === "en" ? en : zh;
    const { columns, flags, sheet, tooFew } = messages.statistics;
    const rowOf = (line: ItemLine): ExportCell[] => [
      line.questionId,
      line.number,
      messages.questionDesk.kinds[line.kind],
      line.stem,
      line.attempts,
      ...(line.isEnough ? [] : [tooFew]),
      ...[line.facility, line.deviation, line.discrimination, line.efficiency, line.effectiveWeight, line.guess]
        .slice(line.isEnough ? 0 : 1)
        .map(shown),
      line.medianMs === null ? null : Math.round(line.medianMs / 100) / 10,
      line.flags.map((flag) => flags[flag]).join(" · "),
    ];
    const { question, number, kind, stem, attempts, facility, deviation, discrimination, efficiency, effectiveWeight, guess } = columns;
    const head = [question, number, kind, stem, attempts, facility, deviation, discrimination, efficiency, effectiveWeight, guess];
    const lines = await listItemLines(db, sql`s.contest_id = ${contest.id}`);
    return xlsxReply(`${contest.title} ${sheet}`, [...head, columns.medianSeconds, columns.flags], lines.map(rowOf));
  },
});
