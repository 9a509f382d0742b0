import { reAnchorMaterial } from "#server/annotations/re-anchor-material.ts";
import { awardCertificatesJob } from "#server/awards/award-certificates-job.ts";
import { issueCertificatesJob } from "#server/certificates/issue-certificates-job.ts";
import { buildEvidenceJob } from "#server/evidence/build-evidence-job.ts";
import { findFlagsJob } from "#server/integrity/find-flags-job.ts";
import { remindMeetings } from "#server/meetings/remind-meetings.ts";
import { forgetOldNotices } from "#server/notices/forget-old-notices.ts";
import { remindDaily, remindDeferred } from "#server/notices/remind-jobs.ts";
import { syncProgrammes } from "#server/programmes/sync-programmes.ts";
import { checkImportJob } from "#server/question-imports/check-import-job.ts";
import { forgetImports } from "#server/question-imports/forget-imports.ts";
import { writeImportJob } from "#server/question-imports/write-import-job.ts";
import { lockDueRecords } from "#server/records/lock-records-job.ts";
import { reindex } from "#server/search/reindex.ts";
import { computeStatisticsJob } from "#server/statistics/compute-statistics-job.ts";
import { buildYearbookJob } from "#server/yearbooks/build-yearbook-job.ts";
import { recompute } from "./recompute.ts";

/** The job's own row: who asked for it, and what an earlier try had noted as its result so far (note-progress.ts). */
export type RunningJob = Readonly<{ id: number; createdBy: number | null; result: unknown }>;

/** One piece of work; what it returns is kept as the job's result. It may run again after a crash, so doing it twice must do no harm. */
export type JobKind = (payload: Record<string, unknown>, now: Date, job: RunningJob) => Promise<unknown>;

/** Every kind of job there is. */
export const JOB_KINDS: Readonly<Record<string, JobKind>> = {
  "forget-notices": (_payload, now) => forgetOldNotices(now),
  "remind-daily": remindDaily,
  "remind-deferred": remindDeferred,
  "issue-certificates": issueCertificatesJob,
  "award-certificates": awardCertificatesJob,
  "build-yearbook": buildYearbookJob,
  "find-flags": findFlagsJob,
  "build-evidence": buildEvidenceJob,
  "lock-records": (_payload, now) => lockDueRecords(now),
  "remind-meetings": (_payload, now) => remindMeetings(now),
  recompute: (_payload, now) => recompute(now),
  reindex,
  statistics: computeStatisticsJob,
  reanchor: reAnchorMaterial,
  "check-question-import": checkImportJob,
  "write-question-import": writeImportJob,
  "forget-question-imports": (_payload, now) => forgetImports(now),
  "sync-programmes": (_payload, now) => syncProgrammes(now, true),
};
