import { eq } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { lineSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { findCertifying } from "./find-programme.ts";
import { giveCertificates } from "./give-certificates.ts";
import { holdsValid } from "./holds-valid.ts";

/**
 * Gives one person, by staff number, the certificate of a programme finished. Whoever holds one is `already-certified`; whose was
 * revoked may be given another this way. Nobody hears whether a number belongs to somebody elsewhere.
 */
export const issueCertificate = command({
  at: "POST /api/desk/programmes/:slug/certificates",
  input: z.strictObject({ slug: z.string().max(100), staffNo: lineSchema(40) }),
  output: z.object({ id: z.number(), serial: z.string() }),
  refusals: ["no-certificate-here", "already-certified", "programme-not-finished"],
  door: "desk",
  load: (tx, { slug }) => findCertifying(tx, { slug }),
  may: can.giveCertificates,
  async run(tx, programme, { staffNo }, { viewer, now, origin = "" }) {
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.staffNo, staffNo));
    if (!person) throw fieldRefusal("staffNo", "programme-not-finished");
    // Before the counter is waited for, and again after it: somebody may have been quicker.
    if (await holdsValid(tx, programme.id, person.id)) throw new Refusal("already-certified");
    const [given] = await giveCertificates(tx, programme, [person.id], { personId: viewer.personId, now, origin });
    if (given) return given;
    if (await holdsValid(tx, programme.id, person.id)) throw new Refusal("already-certified");
    throw fieldRefusal("staffNo", "programme-not-finished");
  },
});
