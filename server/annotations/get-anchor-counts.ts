import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { jobs } from "#db/schema/operations.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { findMaterial } from "#server/materials/find-material.ts";
import { slugSchema } from "#server/materials/material-fields.ts";
import { query } from "#server/verb.ts";
import { anchorCounts } from "./re-anchor-material.ts";

/** How the annotations of a text were found again after its last publication; null counts: the worker is still at it. */
export const getAnchorCounts = query({
  at: "GET /api/desk/materials/:slug/anchors",
  input: z.strictObject({ slug: slugSchema }),
  output: z.object({ last: z.object({ askedAt: z.date(), counts: anchorCounts.nullable() }).nullable() }),
  door: "desk",
  may: can.seeMaterialsDesk,
  async run(db, { slug }, { viewer }) {
    const material = await findMaterial(db, slug);
    if (!material || !can.editMaterial(viewer, material)) throw new Refusal("not-found");
    const [job] = await db
      .select({ askedAt: jobs.runAt, result: jobs.result })
      .from(jobs)
      .where(and(eq(jobs.kind, "reanchor"), sql`(${jobs.payload} ->> 'materialId')::bigint = ${material.id}`))
      .orderBy(desc(jobs.id))
      .limit(1);
    return { last: job ? { askedAt: job.askedAt, counts: anchorCounts.nullable().catch(null).parse(job.result) } : null };
  },
});
