import type { ReactNode } from "react";
import { JobTicker, type JobView } from "./job-ticker.tsx";
import { Words } from "./words.tsx";

/**
 * How far work in the background came, asked of `GET /api/jobs/:id` (the one thing in ui/ that asks), from `job` as the page knew it. The
 * page may be left: the work goes on. When it is over the page is asked again, and what it did is said once to a screen reader. What kinds
 * of work are called, and what their results say, stands in messages/ under `jobs.kinds` and `jobs.results`.
 */
export function JobProgress({ job }: { job: JobView }): ReactNode {
  return (
    <Words names={["jobs"]}>
      <JobTicker job={job} />
    </Words>
  );
}
