import { and, asc, count, eq, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { branches, complaints, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { administeredBy } from "#server/branches/in-subtrees.ts";
import { blankable, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";

const PAGE_SIZE = 50;

/** The box of the viewer's subtrees: what waits for an answer longest comes first. */
export const listComplaints = query({
  at: "GET /api/desk/complaints",
  input: z.strictObject({ state: blankable(z.enum(["open", "answered"])), page: pageSchema }),
  output: z.object({
    complaints: z.array(
      z.object({
        id: z.number(),
        body: z.string(),
        createdAt: z.date(),
        person: z.object({ id: z.number(), name: z.string() }),
        branch: z.object({ id: z.number(), name: z.string() }),
        reply: z.string().nullable(),
        repliedBy: z.string().nullable(),
        repliedAt: z.date().nullable(),
      }),
    ),
    total: z.number(),
    page: z.number(),
    pages: z.number(),
  }),
  door: "desk",
  may: can.readComplaints,
  async run(db, { state, page }, { viewer }) {
    const replier = alias(people, "replier");
    const { id, body, createdAt, reply, repliedAt } = complaints;
    const answered = state === undefined ? undefined : state === "open" ? isNull(repliedAt) : isNotNull(repliedAt);
    const where = and(administeredBy(viewer), answered);
    const [counted] = await db
      .select({ total: count() })
      .from(complaints)
      .innerJoin(branches, eq(branches.id, complaints.branchId))
      .where(where);
    const rows = await db
      .select({
        ...{ id, body, createdAt, reply, repliedAt, repliedBy: replier.name },
        person: { id: people.id, name: people.name },
        branch: { id: branches.id, name: branches.name },
      })
      .from(complaints)
      .innerJoin(branches, eq(branches.id, complaints.branchId))
      .innerJoin(people, eq(people.id, complaints.personId))
      .leftJoin(replier, eq(replier.id, complaints.repliedBy))
      .where(where)
      .orderBy(asc(isNotNull(repliedAt)), asc(id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const total = counted?.total ?? 0;
    return { complaints: rows, total, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
  },
});
