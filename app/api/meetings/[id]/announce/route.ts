import { endpoint } from "#app/_http/endpoint.ts";
import { announceMeeting } from "#server/meetings/announce-meeting.ts";

export const POST = endpoint(announceMeeting);
