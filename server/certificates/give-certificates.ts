import type { Tx } from "#db/client.ts";
import { certificates } from "#db/schema/certificates.ts";
import { dayOf } from "#domain/certificates/day-of.ts";
import { serialOf } from "#domain/certificates/serial.ts";
import type { CertificateSnapshot } from "#domain/certificates/snapshot.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudits } from "#server/audit/write-audit.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { type CertificatePolicy, findCertificatePolicy } from "./certificate-policy.ts";
import type { CertifyingProgramme } from "./find-programme.ts";
import { type Finished, listDeserving } from "./finished-people.ts";
import { holdCounter, takeNumbers } from "./take-serials.ts";

/** By whom, when, and where this installation answers: the code on the certificate leads there. */
export type Giving = Readonly<{ personId: number | null; now: Date; origin: string }>;

export const yearOf = (now: Date): number => Number(dayOf(now).slice(0, 4));

/** Everything a certificate shows, as it is now. */
export function snapshotOf(
  programme: CertifyingProgramme,
  finished: Pick<Finished, "name" | "branch"> & { finishedOn: string },
  { policy, number, now, origin }: { policy: CertificatePolicy; number: number; now: Date; origin: string },
): CertificateSnapshot {
  const serial = serialOf(policy.code, yearOf(now), number);
  return {
    serial,
    organisation: policy.organisation,
    name: finished.name,
    branch: finished.branch,
    title: programme.certificateTitle ?? "",
    titleEn: programme.certificateTitleEn,
    programme: programme.title,
    programmeEn: programme.titleEn,
    finishedOn: finished.finishedOn,
    issuedOn: dayOf(now),
    verifyUrl: new URL(`/verify/${serial}`, origin).href,
  };
}

/**
 * Gives those of these people a certificate who finished the programme and hold none, tells them so, and writes the ledger: all in one
 * transaction, one transaction after the other. Returns what was given.
 */
export async function giveCertificates(
  tx: Tx,
  programme: CertifyingProgramme,
  personIds: readonly number[],
  giving: Giving,
): Promise<{ id: number; serial: string }[]> {
  if (programme.certificateTitle === null) throw new Refusal("no-certificate-here");
  const { now, personId: issuedBy } = giving;
  await holdCounter(tx, yearOf(now));
  const deserving = await listDeserving(tx, programme.id, personIds);
  if (deserving.length === 0) return [];
  const policy = await findCertificatePolicy(tx);
  const numbers = await takeNumbers(tx, yearOf(now), deserving.length);
  const rows = deserving.map((one, at) => {
    const snapshot = snapshotOf(programme, { ...one, finishedOn: dayOf(one.finishedAt) }, { ...giving, policy, number: numbers[at] ?? 0 });
    return {
      serial: snapshot.serial,
      personId: one.personId,
      programmeId: programme.id,
      branchId: one.branchId,
      snapshot,
      issuedAt: now,
      issuedBy,
    };
  });
  const given = await tx
    .insert(certificates)
    .values(rows)
    .returning({ id: certificates.id, serial: certificates.serial, branchId: certificates.branchId });
  const viewer = issuedBy === null ? { kind: "visitor" as const } : { kind: "member" as const, personId: issuedBy };
  const entries = given.map(({ id, serial, branchId }) => ({
    ...{ action: "certificate.issue", object: "certificate", objectId: id, branchId },
    after: { serial, programme: programme.slug },
  }));
  await writeAudits(tx, { viewer, now }, entries);
  await giveNotice(tx, {
    personIds: deserving.map(({ personId }) => personId),
    ...{ kind: "certificate-issued", path: "/me/certificates", now },
    params: { programme: programme.title },
  });
  return given.map(({ id, serial }) => ({ id, serial }));
}
