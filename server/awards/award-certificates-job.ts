import { z } from "zod";
import { database } from "#db/client.ts";
import { findContestById } from "#server/contests/find-contest.ts";
import { noteProgress } from "#server/jobs/note-progress.ts";
import { listHolders } from "./award-holders.ts";
import { giveAwardCertificates } from "./give-award-certificates.ts";

/** So many a transaction: each is short, and a crash loses at most one. */
const AT_ONCE = 50;
const payloadSchema = z.object({ contestId: z.number(), origin: z.string() });
const earlier = z.object({ issued: z.number() }).catch({ issued: 0 });

/** Gives the certificates of a contest's awards to everybody who is to have one. A job that died goes on where it stood. */
export async function awardCertificatesJob(
  payload: Record<string, unknown>,
  now: Date,
  job: Readonly<{ id: number; createdBy: number | null; result: unknown }>,
): Promise<{ issued: number }> {
  const { contestId, origin } = payloadSchema.parse(payload);
  const db = database("judge");
  const contest = await findContestById(db, contestId);
  if (!contest) throw new Error(`there is no contest ${contestId}`);
  const startedWith = earlier.parse(job.result).issued;
  const all = startedWith + (await listHolders(db, contestId, contest.rules.awards?.members ?? "all")).length;
  let issued = startedWith;
  for (let given = AT_ONCE; given === AT_ONCE; ) {
    given = await db.transaction(async (tx) => {
      const count = await giveAwardCertificates(tx, contest, AT_ONCE, { personId: job.createdBy, now, origin });
      await noteProgress(tx, job.id, (100 * (issued + count)) / Math.max(1, all), { issued: issued + count });
      return count;
    });
    issued += given;
  }
  return { issued };
}
