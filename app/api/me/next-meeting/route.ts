import { endpoint } from "#app/_http/endpoint.ts";
import { findNextMeeting } from "#server/meetings/find-next-meeting.ts";

export const GET = endpoint(findNextMeeting);
