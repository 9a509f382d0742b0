import { z } from "zod";
import { can } from "#domain/access.ts";
import { NO_COUNTS } from "#domain/completion/counts.ts";
import { radarOf } from "#domain/completion/radar.ts";
import { query } from "#server/verb.ts";
import type { Line } from "./branch-figures.ts";
import { readBranchLines } from "./branch-lines.ts";
import { countsSchema, withPercent } from "./counts-schema.ts";
import { nameAccessOf } from "./name-access.ts";
import { askOf } from "./report-ask.ts";
import { reportFilter } from "./report-filter.ts";
import { reportHead, reportItem } from "./report-programme.ts";
import { nameAccessSchema, radarSchema } from "./report-schemas.ts";
import { scopeSchema } from "./report-scope.ts";
import { type ReportAsk, summed } from "./scoped-tasks.ts";

const line = z.object({
  people: z.number(),
  unfinished: z.number(),
  total: countsSchema,
  /** In the order of `items`. */
  items: z.array(countsSchema),
  radar: radarSchema,
});

const branchReport = z.object({
  programme: reportHead,
  scope: scopeSchema,
  names: nameAccessSchema,
  items: z.array(reportItem),
  /** `branch` null: what counts right at the focus, with the branches too small for a line of their own. */
  rows: z.array(line.extend({ branch: z.object({ id: z.number(), name: z.string() }).nullable(), hasBelow: z.boolean() })),
  /** Null: fewer than three people, and the viewer does not administer them. */
  whole: line.nullable(),
  folded: z.number(),
  asOf: z.date(),
});

const sent = ({ items }: ReportAsk, { people, unfinished, total, byItem }: Line) => ({
  people,
  unfinished,
  total: withPercent(total),
  items: items.map(({ id }) => withPercent(byItem.get(id) ?? NO_COUNTS)),
  radar: radarOf(summed(items).map(({ id, kind }) => ({ kind, counts: byItem.get(id) ?? NO_COUNTS }))),
});

/** Branches × items: how far each branch below the focus came with each item of a programme, as counts of tasks and of people. */
export const getBranchReport = query({
  at: "GET /api/desk/reports/:slug",
  input: z.strictObject(reportFilter),
  output: branchReport,
  door: "desk",
  may: can.seeReports,
  async run(db, filter, { viewer, now }) {
    const ask = await askOf(db, viewer, filter, now);
    const { lines, whole, folded } = await readBranchLines(db, viewer, ask);
    const names = await nameAccessOf(db, viewer, now);
    return {
      programme: ask.programme,
      scope: { focus: ask.scope.focus, above: [...ask.scope.above] },
      names,
      items: [...ask.items],
      rows: lines.map((one) => ({ branch: one.branch, hasBelow: one.hasBelow, ...sent(ask, one) })),
      whole: whole && sent(ask, whole),
      folded,
      asOf: now,
    };
  },
});
