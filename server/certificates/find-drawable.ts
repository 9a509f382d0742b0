import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { certificates } from "#db/schema/certificates.ts";
import { stateOf } from "#domain/certificates/state.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { fromCertificates, visibleCertificates } from "./visible-certificates.ts";

/** A certificate the viewer may see and that still holds. */
export async function findDrawable(db: Db, viewer: Member, id: number) {
  const [certificate] = await fromCertificates(db).where(and(eq(certificates.id, id), visibleCertificates(viewer)));
  if (!certificate) throw new Refusal("not-found");
  if (stateOf(certificate) !== "valid") throw new Refusal("certificate-not-valid");
  return certificate;
}
