import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { certificates } from "#db/schema/certificates.ts";
import { awardGrants, awards } from "#db/schema/stages.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { drawInThread } from "#server/certificates/draw-in-thread.ts";
import { CERTIFICATES_A_FILE } from "#server/certificates/get-certificates-file.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { fileReply } from "#server/file-reply.ts";
import { pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";

/** The valid certificates of a contest's awards as one document to print, two hundred a part, in the order of their serials. */
export const getAwardCertificatesFile = query({
  at: "GET /api/desk/contests/:slug/awards/file",
  input: z.strictObject({ slug: z.string().max(80), part: pageSchema }),
  output: fileReply,
  refusals: ["no-certificates-yet"],
  door: "desk",
  may: can.openDesk,
  async run(db, { slug, part }, { viewer }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const rows = await db
      .select({ snapshot: certificates.snapshot })
      .from(certificates)
      .innerJoin(awards, eq(awards.id, certificates.awardId))
      .innerJoin(awardGrants, eq(awardGrants.id, awards.grantId))
      .where(and(eq(awardGrants.contestId, contest.id), isNull(certificates.revokedAt), isNull(certificates.supersededById)))
      .orderBy(asc(certificates.id))
      .limit(CERTIFICATES_A_FILE)
      .offset((part - 1) * CERTIFICATES_A_FILE);
    if (rows.length === 0) throw new Refusal("no-certificates-yet");
    const bytes = await drawInThread({ kind: "pdf", snapshots: rows.map(({ snapshot }) => snapshot) });
    return { fileName: `${contest.title}-${part}.pdf`, contentType: "application/pdf", bytes };
  },
});
