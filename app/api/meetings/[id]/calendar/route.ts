import { download } from "#app/_http/download.ts";
import { getMeetingIcs } from "#server/meetings/get-meeting-ics.ts";

export const GET = download(getMeetingIcs);
