import { eq, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db, Tx } from "#db/client.ts";
import { certificates } from "#db/schema/certificates.ts";
import { contests } from "#db/schema/contests.ts";
import { branches } from "#db/schema/people.ts";
import { programmes } from "#db/schema/programmes.ts";
import { awardGrants, awards } from "#db/schema/stages.ts";
import type { Member } from "#domain/people/viewer.ts";
import { inSubtrees } from "#server/branches/in-subtrees.ts";

const OFFICES = ["admin", "organizer"] as const;
const programmeBranches = alias(branches, "programme_branches");
const contestBranches = alias(branches, "contest_branches");

/** can.seeCertificate said in SQL, over the joins below; a test holds the two to the same answer. */
export const visibleCertificates = (viewer: Member): SQL =>
  or(
    eq(certificates.personId, viewer.personId),
    inSubtrees(viewer, OFFICES),
    inSubtrees(viewer, OFFICES, programmeBranches.path),
    inSubtrees(viewer, OFFICES, contestBranches.path),
  ) as SQL;

const columns = {
  id: certificates.id,
  serial: certificates.serial,
  personId: certificates.personId,
  programmeId: certificates.programmeId,
  awardId: certificates.awardId,
  branchId: certificates.branchId,
  snapshot: certificates.snapshot,
  issuedAt: certificates.issuedAt,
  revokedAt: certificates.revokedAt,
  revocationReason: certificates.revocationReason,
  supersededById: certificates.supersededById,
  path: branches.path,
  /** Of what it was given for: the programme, or the contest of the award. */
  programmePath: sql<string>`coalesce(${programmeBranches.path}, ${contestBranches.path})`,
};

/** Certificates with the branch each was given in, and the branch its programme or contest belongs to. */
export const fromCertificates = (db: Db | Tx) =>
  db
    .select(columns)
    .from(certificates)
    .innerJoin(branches, eq(branches.id, certificates.branchId))
    .leftJoin(programmes, eq(programmes.id, certificates.programmeId))
    .leftJoin(programmeBranches, eq(programmeBranches.id, programmes.branchId))
    .leftJoin(awards, eq(awards.id, certificates.awardId))
    .leftJoin(awardGrants, eq(awardGrants.id, awards.grantId))
    .leftJoin(contests, eq(contests.id, awardGrants.contestId))
    .leftJoin(contestBranches, eq(contestBranches.id, contests.branchId));

/** A certificate with its places, held until the transaction ends. Read in a statement of its own: after the wait for the lock. */
export async function lockCertificate(tx: Tx, id: number) {
  await tx.select({ id: certificates.id }).from(certificates).where(eq(certificates.id, id)).for("update");
  const [found] = await fromCertificates(tx).where(eq(certificates.id, id));
  return found;
}
