import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { branches, offices, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { OFFICES } from "#domain/people/offices.ts";
import { administeredBy } from "#server/branches/in-subtrees.ts";
import { blankable, flagSchema, idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";

/** The offices over branches of the viewer's subtrees; ended ones only when asked for. */
export const listOffices = query({
  at: "GET /api/desk/offices",
  input: z.strictObject({
    office: blankable(z.enum(OFFICES)),
    branchId: blankable(idSchema),
    personId: blankable(idSchema),
    ended: blankable(flagSchema),
  }),
  output: z.object({
    offices: z.array(
      z.object({
        id: z.number(),
        office: z.enum(OFFICES),
        person: z.object({ id: z.number(), name: z.string(), staffNo: z.string() }),
        branch: z.object({ id: z.number(), name: z.string() }),
        grantedAt: z.date(),
        grantedBy: z.string().nullable(),
        endedAt: z.date().nullable(),
        mayEnd: z.boolean(),
      }),
    ),
  }),
  door: "desk",
  may: can.seePeople,
  async run(db, { office, branchId, personId, ended }, { viewer }) {
    const giver = alias(people, "giver");
    const rows = await db
      .select({
        id: offices.id,
        office: offices.office,
        person: { id: people.id, name: people.name, staffNo: people.staffNo },
        branch: { id: branches.id, name: branches.name, path: branches.path },
        grantedAt: offices.grantedAt,
        grantedBy: giver.name,
        endedAt: offices.endedAt,
      })
      .from(offices)
      .innerJoin(people, eq(people.id, offices.personId))
      .innerJoin(branches, eq(branches.id, offices.branchId))
      .leftJoin(giver, eq(giver.id, offices.grantedBy))
      .where(
        and(
          administeredBy(viewer),
          office === undefined ? undefined : eq(offices.office, office),
          branchId === undefined ? undefined : sql`${branches.path} like (select b.path || '%' from branches b where b.id = ${branchId})`,
          personId === undefined ? undefined : eq(offices.personId, personId),
          ended ? undefined : isNull(offices.endedAt),
        ),
      )
      .orderBy(asc(branches.path), asc(offices.office), asc(people.pinyinFull), asc(offices.id))
      .limit(2_000);
    const mayEnd = (row: (typeof rows)[number]) =>
      row.endedAt === null && can.grantOffice(viewer, { office: row.office, path: row.branch.path });
    return { offices: rows.map((row) => ({ ...row, mayEnd: mayEnd(row) })) };
  },
});
