import { endpoint } from "#app/_http/endpoint.ts";
import { cancelMeeting } from "#server/meetings/cancel-meeting.ts";

export const POST = endpoint(cancelMeeting);
