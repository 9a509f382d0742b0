import { download } from "#app/_http/download.ts";
import { importResult } from "#server/question-imports/import-result.ts";

export const GET = download(importResult);
