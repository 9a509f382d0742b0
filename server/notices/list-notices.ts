import { and, count, desc, eq, isNull, lte } from "drizzle-orm";
import { z } from "zod";
import { notices } from "#db/schema/notices.ts";
import { can } from "#domain/access.ts";
import { pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";

const PAGE_SIZE = 30;

/** What one has been told, the latest first, 30 a page. */
export const listNotices = query({
  at: "GET /api/notices",
  input: z.strictObject({ page: pageSchema }),
  output: z.object({
    notices: z.array(
      z.object({
        id: z.number(),
        kind: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        path: z.string(),
        createdAt: z.date(),
        readAt: z.date().nullable(),
      }),
    ),
    total: z.number(),
    unread: z.number(),
    page: z.number(),
    pages: z.number(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { page }, { viewer, now }) {
    const own = and(eq(notices.personId, viewer.personId), lte(notices.createdAt, now));
    const { id, kind, params, path, createdAt, readAt } = notices;
    const rows = await db
      .select({ id, kind, params, path, createdAt, readAt })
      .from(notices)
      .where(own)
      .orderBy(desc(id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const [all] = await db.select({ n: count() }).from(notices).where(own);
    const [waiting] = await db
      .select({ n: count() })
      .from(notices)
      .where(and(own, isNull(readAt)));
    const total = all?.n ?? 0;
    return { notices: rows, total, unread: waiting?.n ?? 0, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
  },
});
