import { download } from "#app/_http/download.ts";
import { downloadCollection } from "#server/reflections/download-collection.ts";

export const GET = download(downloadCollection);
