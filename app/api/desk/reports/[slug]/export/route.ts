import { download } from "#app/_http/download.ts";
import { exportReport } from "#server/completion/export-report.ts";

export const GET = download(exportReport);
