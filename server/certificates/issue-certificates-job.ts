import { z } from "zod";
import { database } from "#db/client.ts";
import { noteProgress } from "#server/jobs/note-progress.ts";
import { findCertifying } from "./find-programme.ts";
import { countFinished, listWaiting } from "./finished-people.ts";
import { giveCertificates } from "./give-certificates.ts";

/** So many a transaction: each is short, and a crash loses at most one. */
const AT_ONCE = 50;

export const issuePayload = z.object({ programmeId: z.number(), origin: z.string() });
export type IssuedCounts = Readonly<{ issued: number; already: number; notEligible: number; withheld: number }>;
const earlier = z.object({ issued: z.number() }).catch({ issued: 0 });

/**
 * Gives a certificate to everyone who finished a programme and holds none. What was given is noted with the job in the same transaction,
 * so that a job that died goes on where it stood and its figures are those of the whole.
 */
export async function issueCertificatesJob(
  payload: Record<string, unknown>,
  now: Date,
  job: Readonly<{ id: number; createdBy: number | null; result: unknown }>,
): Promise<IssuedCounts> {
  const { programmeId, origin } = issuePayload.parse(payload);
  const db = database("judge");
  const programme = await findCertifying(db, { id: programmeId });
  if (!programme) throw new Error(`there is no programme ${programmeId}`);
  const before = await countFinished(db, programmeId);
  const waiting = (await listWaiting(db, programmeId)).map(({ personId }) => personId);
  const startedWith = earlier.parse(job.result).issued;
  let issued = startedWith;
  const resultOf = (): IssuedCounts => ({
    issued,
    already: Math.max(0, before.certified - startedWith),
    notEligible: Math.max(0, before.people - before.finished),
    withheld: before.withheld,
  });
  for (let from = 0; from < waiting.length; from += AT_ONCE) {
    issued = await db.transaction(async (tx) => {
      const given = await giveCertificates(tx, programme, waiting.slice(from, from + AT_ONCE), { personId: job.createdBy, now, origin });
      const sum = issued + given.length;
      await noteProgress(tx, job.id, (100 * (startedWith + from + AT_ONCE)) / (startedWith + waiting.length), {
        ...resultOf(),
        issued: sum,
      });
      return sum;
    });
  }
  return resultOf();
}
