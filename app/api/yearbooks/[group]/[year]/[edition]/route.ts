import { download } from "#app/_http/download.ts";
import { downloadYearbook } from "#server/yearbooks/download-yearbook.ts";

export const GET = download(downloadYearbook);
