import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { certificates } from "#db/schema/certificates.ts";
import { can } from "#domain/access.ts";
import { CERTIFICATE_STATES, stateOf } from "#domain/certificates/state.ts";
import { query } from "#server/verb.ts";

/** One's own certificates, the latest first, with those that no longer hold and why. */
export const listMyCertificates = query({
  at: "GET /api/me/certificates",
  input: z.strictObject({}),
  output: z.object({
    certificates: z.array(
      z.object({
        ...{ id: z.number(), serial: z.string(), title: z.string(), titleEn: z.string(), programme: z.string(), programmeEn: z.string() },
        /** What was won in the contest that `programme` names. */
        award: z.object({ name: z.string(), nameEn: z.string() }).nullable(),
        ...{ finishedOn: z.string(), issuedOn: z.string(), state: z.enum(CERTIFICATE_STATES), revocationReason: z.string() },
      }),
    ),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer }) {
    const { id, serial, snapshot, revokedAt, revocationReason, supersededById } = certificates;
    const rows = await db
      .select({ id, serial, snapshot, revokedAt, revocationReason, supersededById })
      .from(certificates)
      .where(eq(certificates.personId, viewer.personId))
      .orderBy(desc(id))
      .limit(200);
    return { certificates: rows.map((row) => ({ ...row, award: null, ...row.snapshot, state: stateOf(row) })) };
  },
});
