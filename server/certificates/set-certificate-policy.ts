import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { organisation } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { NAME_POLICIES } from "#domain/certificates/mask-name.ts";
import { CODE_SHAPE } from "#domain/certificates/serial.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { changesBetween } from "#server/changes-between.ts";
import { reasonSchema } from "#server/input-schemas.ts";
import { command, noSubject } from "#server/verb.ts";
import { findCertificatePolicy } from "./certificate-policy.ts";

const code = z.string().trim().toUpperCase().regex(CODE_SHAPE, { message: "certificate-code" });

/** Sets the code that serials begin with, and how names are shown to who checks a certificate. What was given stays as it is. */
export const setCertificatePolicy = command({
  at: "POST /api/desk/policy/certificates",
  input: z.strictObject({ code, names: z.enum(NAME_POLICIES), reason: reasonSchema }),
  output: z.object({ changed: z.array(z.string()) }),
  door: "desk",
  load: noSubject,
  may: can.setPolicy,
  async run(tx, _subject, { code: wished, names, reason }, context) {
    await tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.id, 1)).for("update");
    const now = await findCertificatePolicy(tx);
    const wishes = { certificateCode: wished, certificateNames: names };
    const { before, after } = changesBetween({ certificateCode: now.code, certificateNames: now.names }, wishes);
    const changed = Object.keys(after);
    if (changed.length === 0) return { changed };
    await tx
      .update(organisation)
      .set({ policies: sql`${organisation.policies} || ${JSON.stringify(wishes)}::jsonb` })
      .where(eq(organisation.id, 1));
    await writeAudit(tx, { context, action: "organisation.policy", object: "organisation", objectId: 1, before, after, reason });
    return { changed };
  },
});
