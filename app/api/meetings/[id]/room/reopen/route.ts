import { endpoint } from "#app/_http/endpoint.ts";
import { reopenMeeting } from "#server/room/reopen-meeting.ts";

export const POST = endpoint(reopenMeeting);
