import { download } from "#app/_http/download.ts";
import { exportOpenPoints } from "#server/completion/export-open-points.ts";

export const GET = download(exportOpenPoints);
