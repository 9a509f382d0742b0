import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { certificates } from "#db/schema/certificates.ts";

/** Whether somebody holds a valid certificate of a programme. */
export async function holdsValid(tx: Tx, programmeId: number, personId: number): Promise<boolean> {
  const { revokedAt, supersededById } = certificates;
  const [held] = await tx
    .select({ id: certificates.id })
    .from(certificates)
    .where(and(eq(certificates.programmeId, programmeId), eq(certificates.personId, personId), isNull(revokedAt), isNull(supersededById)));
  return held !== undefined;
}
