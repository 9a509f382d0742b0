import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { complaints } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";

/** What one has put into the box, the latest first, with the replies. */
export const listMyComplaints = query({
  at: "GET /api/complaints",
  input: z.strictObject({}),
  output: z.object({
    complaints: z.array(
      z.object({ id: z.number(), body: z.string(), createdAt: z.date(), reply: z.string().nullable(), repliedAt: z.date().nullable() }),
    ),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer }) {
    const { id, body, createdAt, reply, repliedAt } = complaints;
    const rows = await db
      .select({ id, body, createdAt, reply, repliedAt })
      .from(complaints)
      .where(eq(complaints.personId, viewer.personId))
      .orderBy(desc(id))
      .limit(200);
    return { complaints: rows };
  },
});
