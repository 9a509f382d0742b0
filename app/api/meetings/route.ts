import { endpoint } from "#app/_http/endpoint.ts";
import { listMeetings } from "#server/meetings/list-meetings.ts";
import { makeMeeting } from "#server/meetings/make-meeting.ts";

export const GET = endpoint(listMeetings);
export const POST = endpoint(makeMeeting);
