import { endpoint } from "#app/_http/endpoint.ts";
import { editMeeting } from "#server/meetings/edit-meeting.ts";

export const POST = endpoint(editMeeting);
