import { z } from "zod";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";
import { countsSchema, withPercent } from "./counts-schema.ts";
import { CELL_STATES } from "./people-cells.ts";
import { PEOPLE_SORTS } from "./people-figures.ts";
import { peopleFilter, readPeopleReport } from "./people-report.ts";
import { reportHead, reportItem } from "./report-programme.ts";
import { nameAccessSchema } from "./report-schemas.ts";
import { scopeSchema } from "./report-scope.ts";

const person = z.object({
  id: z.number(),
  name: z.string(),
  staffNo: z.string(),
  branch: z.object({ id: z.number(), name: z.string() }).nullable(),
  counts: countsSchema,
  cells: z.array(z.enum(CELL_STATES).nullable()),
});

/**
 * People × items: how each person of a part of the tree stands with each item, 50 or 100 a page, with sums over the whole filter. Without
 * access to names the rows of people do not come at all.
 */
export const getPeopleReport = query({
  at: "GET /api/desk/reports/:slug/people",
  input: z.strictObject(peopleFilter),
  output: z.object({
    programme: reportHead,
    scope: scopeSchema,
    names: nameAccessSchema,
    items: z.array(reportItem),
    people: z.array(person),
    /** Null: fewer than three people, and the viewer does not administer them. */
    whole: z.object({ people: z.number(), unfinished: z.number(), total: countsSchema, items: z.array(countsSchema) }).nullable(),
    sort: z.enum(PEOPLE_SORTS),
    mayRank: z.boolean(),
    page: z.number(),
    size: z.number(),
    pages: z.number(),
    asOf: z.date(),
  }),
  door: "desk",
  may: can.seeReports,
  async run(db, { size, ...filter }, { viewer, now }) {
    const { ask, names, mayRank, people, whole } = await readPeopleReport(db, viewer, filter, size, now);
    return {
      programme: ask.programme,
      scope: { focus: ask.scope.focus, above: [...ask.scope.above] },
      names,
      items: [...ask.items],
      people: people.map(({ counts, ...one }) => ({ ...one, counts: withPercent(counts) })),
      whole: whole && { ...whole, total: withPercent(whole.total), items: whole.items.map(withPercent) },
      sort: ask.sort,
      mayRank,
      page: filter.page,
      size,
      pages: Math.max(1, Math.ceil((whole?.people ?? 0) / size)),
      asOf: now,
    };
  },
});
