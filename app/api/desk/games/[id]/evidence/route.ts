import { download } from "#app/_http/download.ts";
import { downloadGameEvidence } from "#server/evidence/download-game-evidence.ts";

export const GET = download(downloadGameEvidence);
