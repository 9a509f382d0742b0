import { endpoint } from "#app/_http/endpoint.ts";
import { openMeeting } from "#server/room/open-meeting.ts";

export const POST = endpoint(openMeeting);
