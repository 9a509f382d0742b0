import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { certificates } from "#db/schema/certificates.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { fileReply } from "#server/file-reply.ts";
import { pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { drawInThread } from "./draw-in-thread.ts";
import { findCertifying } from "./find-programme.ts";

/** So many a file: some seconds of drawing in a thread apart, six megabytes. */
export const CERTIFICATES_A_FILE = 200;

/** The valid certificates of a programme as one document to print, two hundred a part, in the order of their serials. */
export const getCertificatesFile = query({
  at: "GET /api/desk/programmes/:slug/certificates/file",
  input: z.strictObject({ slug: z.string().max(100), part: pageSchema }),
  output: fileReply,
  refusals: ["no-certificates-yet"],
  door: "desk",
  may: can.openDesk,
  async run(db, { slug, part }, { viewer }) {
    const programme = await findCertifying(db, { slug });
    if (!programme || !can.giveCertificates(viewer, programme)) throw new Refusal("not-found");
    const { id, snapshot, programmeId, revokedAt, supersededById } = certificates;
    const rows = await db
      .select({ snapshot })
      .from(certificates)
      .where(and(eq(programmeId, programme.id), isNull(revokedAt), isNull(supersededById)))
      .orderBy(asc(id))
      .limit(CERTIFICATES_A_FILE)
      .offset((part - 1) * CERTIFICATES_A_FILE);
    if (rows.length === 0) throw new Refusal("no-certificates-yet");
    const bytes = await drawInThread({ kind: "pdf", snapshots: rows.map((row) => row.snapshot) });
    return { fileName: `${programme.title}-${part}.pdf`, contentType: "application/pdf", bytes };
  },
});
