import { download } from "#app/_http/download.ts";
import { getFeed } from "#server/meetings/get-feed.ts";

export const GET = download(getFeed);
