import { download } from "#app/_http/download.ts";
import { exportContestStatistics } from "#server/statistics/export-contest-statistics.ts";

export const GET = download(exportContestStatistics);
