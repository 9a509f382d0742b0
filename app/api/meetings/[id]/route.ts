import { endpoint } from "#app/_http/endpoint.ts";
import { getMeeting } from "#server/meetings/get-meeting.ts";

export const GET = endpoint(getMeeting);
