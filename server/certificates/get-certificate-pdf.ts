import { z } from "zod";
import { can } from "#domain/access.ts";
import { fileReply } from "#server/file-reply.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { drawInThread } from "./draw-in-thread.ts";
import { findDrawable } from "./find-drawable.ts";

/** A certificate as a document of one page. One that no longer holds is not given out. */
export const getCertificatePdf = query({
  at: "GET /api/certificates/:id/pdf",
  input: z.strictObject({ id: idSchema }),
  output: fileReply,
  refusals: ["certificate-not-valid"],
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer }) {
    const { snapshot } = await findDrawable(db, viewer, id);
    return {
      fileName: `${snapshot.serial}.pdf`,
      contentType: "application/pdf",
      bytes: await drawInThread({ kind: "pdf", snapshots: [snapshot] }),
    };
  },
});
