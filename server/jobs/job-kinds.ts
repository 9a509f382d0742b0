import { reAnchorMaterial } from "#server/annotations/re-anchor-material.ts";
import { recompute } from "./recompute.ts";

/** One piece of work; what it returns is kept as the job's result. It may run again after a crash, so doing it twice must do no harm. */
export type JobKind = (payload: Record<string, unknown>, now: Date) => Promise<unknown>;

/** Every kind of job there is. */
export const JOB_KINDS: Readonly<Record<string, JobKind>> = {
  recompute: (_payload, now) => recompute(now),
  reanchor: reAnchorMaterial,
};
