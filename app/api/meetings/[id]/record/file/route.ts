import { download } from "#app/_http/download.ts";
import { downloadRecord } from "#server/records/download-record.ts";

export const GET = download(downloadRecord);
