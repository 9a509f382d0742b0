import { z } from "zod";
import { can } from "#domain/access.ts";
import { fileReply } from "#server/file-reply.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { drawInThread } from "./draw-in-thread.ts";
import { findDrawable } from "./find-drawable.ts";

/** A certificate as a picture, to be kept on a phone by a long press. */
export const getCertificatePng = query({
  at: "GET /api/certificates/:id/png",
  input: z.strictObject({ id: idSchema }),
  output: fileReply,
  refusals: ["certificate-not-valid"],
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer }) {
    const { snapshot } = await findDrawable(db, viewer, id);
    return {
      fileName: `${snapshot.serial}.png`,
      contentType: "image/png",
      bytes: await drawInThread({ kind: "png", snapshots: [snapshot] }),
    };
  },
});
