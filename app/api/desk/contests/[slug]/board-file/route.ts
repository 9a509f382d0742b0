import { download } from "#app/_http/download.ts";
import { exportBoard } from "#server/boards/export-board.ts";

export const GET = download(exportBoard);
