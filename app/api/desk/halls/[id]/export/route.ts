import { download } from "#app/_http/download.ts";
import { exportHall } from "#server/halls/export-hall.ts";

export const GET = download(exportHall);
