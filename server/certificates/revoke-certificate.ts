import { eq } from "drizzle-orm";
import { z } from "zod";
import { certificates } from "#db/schema/certificates.ts";
import { can } from "#domain/access.ts";
import { stateOf } from "#domain/certificates/state.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockCertificate } from "./visible-certificates.ts";

/** Takes a certificate back for a reason, which its holder reads; whoever checks it hears that it is revoked. There is no way back. */
export const revokeCertificate = command({
  at: "POST /api/desk/certificates/:id/revoke",
  input: z.strictObject({ id: idSchema, reason: lineSchema(300) }),
  output: z.object({ revoked: z.boolean() }),
  refusals: ["certificate-not-valid"],
  door: "desk",
  load: (tx, { id }) => lockCertificate(tx, id),
  may: (viewer, { programmePath }) => can.giveCertificates(viewer, { path: programmePath }),
  async run(tx, certificate, { id, reason }, context) {
    if (stateOf(certificate) !== "valid") throw new Refusal("certificate-not-valid");
    const { viewer, now } = context;
    await tx
      .update(certificates)
      .set({ revokedAt: now, revokedBy: viewer.personId, revocationReason: reason })
      .where(eq(certificates.id, id));
    await writeAudit(tx, {
      ...{ context, action: "certificate.revoke", object: "certificate", objectId: id, branchId: certificate.branchId },
      ...{ before: { serial: certificate.serial }, reason },
    });
    return { revoked: true };
  },
});
