import type { Tx } from "#db/client.ts";
import { pausedUntil } from "#domain/contests/pauses.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { pausesFor } from "#server/contests/list-pauses.ts";
import type { JudgedAttempt } from "./judged-attempt.ts";

/** Refuses what takes no answer now: an attempt that is over (`attempt-over`), that another device answers (`taken-over`), a paused contest (`paused`). */
export async function refuseIdle(tx: Tx, attempt: JudgedAttempt, viewer: Member, now: Date): Promise<void> {
  if (attempt.state !== "in_progress" || now >= attempt.endsAt) throw new Refusal("attempt-over");
  if (attempt.seat !== null && attempt.seat !== viewer.sessionId) throw new Refusal("taken-over");
  if (attempt.isRehearsal) return;
  const until = pausedUntil(await pausesFor(tx, attempt.contestId, attempt.branchPath), now);
  if (until) throw new Refusal("paused", { until: until.toISOString() });
}
