import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { dayOf } from "#domain/certificates/day-of.ts";
import { serialOf } from "#domain/certificates/serial.ts";
import type { CertificateSnapshot } from "#domain/certificates/snapshot.ts";
import { stateOf } from "#domain/certificates/state.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, reasonSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { findCertificatePolicy } from "./certificate-policy.ts";
import { findCertifying } from "./find-programme.ts";
import { snapshotOf, yearOf } from "./give-certificates.ts";
import { holdCounter, takeNumbers } from "./take-serials.ts";
import { lockCertificate } from "./visible-certificates.ts";

type Old = NonNullable<Awaited<ReturnType<typeof lockCertificate>>>;

/** What it would show if it were given now: the name, the branch and the titles of today; the day of finishing stays. */
async function snapshotNow(tx: Tx, old: Old, now: Date, origin: string): Promise<{ snapshot: CertificateSnapshot; branchId: number }> {
  if (old.programmeId === null || old.personId === null) return awardSnapshotNow(tx, old, now, origin);
  const programme = await findCertifying(tx, { id: old.programmeId });
  const [person] = await tx
    .select({ name: people.name, branchId: branches.id, branch: branches.name })
    .from(people)
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(eq(people.id, old.personId));
  if (!programme || !person) throw new Refusal("not-found");
  if (programme.certificateTitle === null) throw new Refusal("no-certificate-here");
  await holdCounter(tx, yearOf(now));
  const policy = await findCertificatePolicy(tx);
  const [number = 0] = await takeNumbers(tx, yearOf(now), 1);
  const { finishedOn } = old.snapshot;
  return { snapshot: snapshotOf(programme, { ...person, finishedOn }, { policy, number, now, origin }), branchId: person.branchId };
}

/** The same of an award: what was won stands, the name of whom it belongs to is today's; a branch keeps the one it won it under. */
async function awardSnapshotNow(tx: Tx, old: Old, now: Date, origin: string): Promise<{ snapshot: CertificateSnapshot; branchId: number }> {
  const [person] = old.personId === null ? [] : await tx.select({ name: people.name }).from(people).where(eq(people.id, old.personId));
  await holdCounter(tx, yearOf(now));
  const policy = await findCertificatePolicy(tx);
  const [number = 0] = await takeNumbers(tx, yearOf(now), 1);
  const serial = serialOf(policy.code, yearOf(now), number);
  const fresh = { serial, organisation: policy.organisation, issuedOn: dayOf(now), verifyUrl: new URL(`/verify/${serial}`, origin).href };
  return { snapshot: { ...old.snapshot, ...fresh, name: person?.name ?? old.snapshot.name }, branchId: old.branchId };
}

/** Both in one statement: the old one makes way by naming its successor, and at no moment are there two that hold, or none. */
async function putInPlace(
  tx: Tx,
  old: Old,
  fresh: { snapshot: CertificateSnapshot; branchId: number },
  now: Date,
  by: number,
): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with old as (
      update certificates set superseded_by_id = nextval(pg_get_serial_sequence('certificates', 'id')) where id = ${old.id}
      returning superseded_by_id)
    insert into certificates (id, serial, person_id, programme_id, award_id, branch_id, snapshot, issued_at, issued_by)
    overriding system value
    select old.superseded_by_id, ${fresh.snapshot.serial}, ${old.personId}, ${old.programmeId}, ${old.awardId}, ${fresh.branchId},
      ${JSON.stringify(fresh.snapshot)}::jsonb, ${now}, ${by} from old
    returning id`);
  return Number(rows[0]?.id);
}

/** Gives a certificate again, as when a name was wrong: under a new serial, and the old one says that another stands in its place. */
export const reissueCertificate = command({
  at: "POST /api/desk/certificates/:id/reissue",
  input: z.strictObject({ id: idSchema, reason: reasonSchema }),
  output: z.object({ id: z.number(), serial: z.string() }),
  refusals: ["certificate-not-valid", "no-certificate-here"],
  door: "desk",
  load: (tx, { id }) => lockCertificate(tx, id),
  may: (viewer, { programmePath }) => can.giveCertificates(viewer, { path: programmePath }),
  async run(tx, old, { reason }, context) {
    if (stateOf(old) !== "valid") throw new Refusal("certificate-not-valid");
    const { viewer, now, origin = "" } = context;
    const fresh = await snapshotNow(tx, old, now, origin);
    const id = await putInPlace(tx, old, fresh, now, viewer.personId);
    const { serial, programme } = fresh.snapshot;
    await writeAudit(tx, {
      ...{ context, action: "certificate.reissue", object: "certificate", objectId: id, branchId: fresh.branchId, reason },
      ...{ before: { serial: old.serial }, after: { serial } },
    });
    const personIds = old.personId === null ? [] : [old.personId];
    await giveNotice(tx, { personIds, kind: "certificate-issued", params: { programme }, path: "/me/certificates", now });
    return { id, serial };
  },
});
