import { download } from "#app/_http/download.ts";
import { getMeetingCard } from "#server/meetings/get-meeting-card.ts";

export const GET = download(getMeetingCard);
