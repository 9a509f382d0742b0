import { endpoint } from "#app/_http/endpoint.ts";
import { closeMeeting } from "#server/room/close-meeting.ts";

export const POST = endpoint(closeMeeting);
