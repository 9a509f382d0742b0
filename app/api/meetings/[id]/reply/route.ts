import { endpoint } from "#app/_http/endpoint.ts";
import { replyMeeting } from "#server/meetings/reply-meeting.ts";

export const POST = endpoint(replyMeeting);
