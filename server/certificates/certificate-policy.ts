import { eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { organisation } from "#db/schema/people.ts";
import { NAME_POLICIES, type NamePolicy } from "#domain/certificates/mask-name.ts";
import { codeOf } from "#domain/certificates/serial.ts";

export type CertificatePolicy = Readonly<{ organisation: string; code: string; names: NamePolicy }>;

/** What certificates are given as: by whom, under which code, and how names are shown to who checks one. */
export async function findCertificatePolicy(db: Db | Tx): Promise<CertificatePolicy> {
  const [row] = await db
    .select({ name: organisation.name, policies: organisation.policies })
    .from(organisation)
    .where(eq(organisation.id, 1));
  const wished = row?.policies["certificateNames"];
  return {
    organisation: row?.name ?? "",
    code: codeOf(row?.policies["certificateCode"]),
    names: NAME_POLICIES.find((policy) => policy === wished) ?? "masked",
  };
}
