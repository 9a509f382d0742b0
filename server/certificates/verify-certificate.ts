import { eq } from "drizzle-orm";
import { z } from "zod";
import { certificates } from "#db/schema/certificates.ts";
import { shownName } from "#domain/certificates/mask-name.ts";
import { readSerial } from "#domain/certificates/serial.ts";
import { CERTIFICATE_STATES, stateOf } from "#domain/certificates/state.ts";
import { Refusal } from "#domain/refusal.ts";
import { openQuery } from "#server/verb.ts";
import { findCertificatePolicy } from "./certificate-policy.ts";
import { limitChecks } from "./limit-checks.ts";

/**
 * Whether a certificate is genuine and holds, for anybody who has its serial: the name as the organisation's policy shows it, no branch, no
 * reason. A serial that does not exist takes the same statements as one that does.
 */
export const verifyCertificate = openQuery({
  at: "GET /api/verify/:serial",
  input: z.strictObject({ serial: z.string().max(60) }),
  output: z.object({
    ...{ serial: z.string(), state: z.enum(CERTIFICATE_STATES), name: z.string(), organisation: z.string() },
    ...{ title: z.string(), titleEn: z.string(), programme: z.string(), programmeEn: z.string() },
    ...{ finishedOn: z.string(), issuedOn: z.string() },
    /** What was won in the contest that `programme` names; null: a programme was finished. */
    award: z.object({ name: z.string(), nameEn: z.string() }).nullable(),
  }),
  refusals: ["too-many-guesses"],
  door: "play",
  async run(db, { serial: typed }, { address, now }) {
    await limitChecks(db, address, now);
    const { names } = await findCertificatePolicy(db);
    const { snapshot, revokedAt, supersededById } = certificates;
    const [found] = await db
      .select({ snapshot, revokedAt, supersededById })
      .from(certificates)
      .where(eq(certificates.serial, readSerial(typed) ?? ""));
    if (!found) throw new Refusal("not-found");
    const { award = null, name } = found.snapshot;
    return { ...found.snapshot, award, state: stateOf(found), name: shownName(name, names) };
  },
});
