import { download } from "#app/_http/download.ts";
import { downloadHallEvidence } from "#server/evidence/download-hall-evidence.ts";

export const GET = download(downloadHallEvidence);
