import { and, desc, eq, or, sql } from "drizzle-orm";
import { z } from "zod";
import { branches } from "#db/schema/people.ts";
import { programmes } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";
import { programmeRows } from "./find-programme.ts";
import { runBy } from "./visible-programmes.ts";

/** What a new programme can be made from: templates of the own branches and of those above, and programmes one ran. */
export const listSources = query({
  at: "GET /api/desk/programme-sources",
  input: z.strictObject({}),
  output: z.object({
    sources: z.array(z.object({ slug: z.string(), kind: z.string(), title: z.string(), branchName: z.string(), opensAt: z.date() })),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, _input, { viewer }) {
    const tops = viewer.offices.filter(({ office }) => office === "admin" || office === "organizer").map(({ path }) => path);
    const above = sql`exists (select 1 from unnest(${sql.param(tops)}::text[]) as top where starts_with(top, ${branches.path}))`;
    const rows = await programmeRows(db)
      .where(or(runBy(viewer), and(eq(programmes.kind, "template"), above)))
      .orderBy(sql`${programmes.kind} = 'template' desc`, desc(programmes.id))
      .limit(100);
    return { sources: rows.map(({ slug, kind, title, branchName, opensAt }) => ({ slug, kind, title, branchName, opensAt })) };
  },
});
