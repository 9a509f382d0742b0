import type { Tx } from "#db/client.ts";
import { certificates } from "#db/schema/certificates.ts";
import { dayOf } from "#domain/certificates/day-of.ts";
import { serialOf } from "#domain/certificates/serial.ts";
import type { CertificateSnapshot } from "#domain/certificates/snapshot.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import { writeAudits } from "#server/audit/write-audit.ts";
import { type CertificatePolicy, findCertificatePolicy } from "#server/certificates/certificate-policy.ts";
import { type Giving, yearOf } from "#server/certificates/give-certificates.ts";
import { holdCounter, takeNumbers } from "#server/certificates/take-serials.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { type Holder, listHolders } from "./award-holders.ts";

const zhWords = zh.awards.onCertificate;
const enWords = en.awards.onCertificate;

type Awarding = Pick<ContestSubject, "id" | "slug" | "title" | "rules" | "closesAt">;

/** Everything a certificate of honour shows, as it is now. A branch stands where a person's name would. */
function snapshotOf(
  contest: Awarding,
  holder: Holder,
  { policy, number, now, origin }: { policy: CertificatePolicy; number: number; now: Date; origin: string },
): CertificateSnapshot {
  const serial = serialOf(policy.code, yearOf(now), number);
  const under = [holder.personId === null ? "" : holder.branch, holder.team ?? "", holder.division ?? ""].filter((part) => part !== "");
  return {
    ...{ serial, organisation: policy.organisation, name: holder.name, branch: under.join(" · "), title: zhWords.title },
    ...{ titleEn: enWords.title, programme: contest.title, programmeEn: "", finishedOn: dayOf(contest.closesAt) },
    ...{
      issuedOn: dayOf(now),
      verifyUrl: new URL(`/verify/${serial}`, origin).href,
      award: { name: zhWords[holder.award], nameEn: enWords[holder.award] },
    },
  };
}

/**
 * Gives up to `most` of those who are to have one a certificate of their award, tells them, and writes the ledger: one transaction after the
 * other, so that nobody gets two. Returns how many were given.
 */
export async function giveAwardCertificates(tx: Tx, contest: Awarding, most: number, giving: Giving): Promise<number> {
  const { now, personId: issuedBy } = giving;
  await holdCounter(tx, yearOf(now));
  const holders = (await listHolders(tx, contest.id, contest.rules.awards?.members ?? "all")).slice(0, most);
  if (holders.length === 0) return 0;
  const policy = await findCertificatePolicy(tx);
  const numbers = await takeNumbers(tx, yearOf(now), holders.length);
  const rows = holders.map((holder, at) => {
    const snapshot = snapshotOf(contest, holder, { ...giving, policy, number: numbers[at] ?? 0 });
    const { awardId, personId, branchId } = holder;
    return { serial: snapshot.serial, personId, awardId, branchId, snapshot, issuedAt: now, issuedBy };
  });
  const given = await tx
    .insert(certificates)
    .values(rows)
    .returning({ id: certificates.id, serial: certificates.serial, branchId: certificates.branchId });
  const viewer = issuedBy === null ? { kind: "visitor" as const } : { kind: "member" as const, personId: issuedBy };
  const entries = given.map(({ id, serial, branchId }) => ({
    ...{ action: "certificate.issue", object: "certificate", objectId: id, branchId },
    after: { serial, contest: contest.slug },
  }));
  await writeAudits(tx, { viewer, now }, entries);
  const personIds = holders.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  await giveNotice(tx, { personIds, kind: "award-certificate", params: { title: contest.title }, path: "/me/certificates", now });
  return given.length;
}
