import { streamDownload } from "#app/_http/stream-download.ts";
import { downloadEvidence } from "#server/evidence/download-evidence.ts";

export const GET = streamDownload(downloadEvidence);
