import { endpoint } from "#app/_http/endpoint.ts";
import { meetingChoices } from "#server/meetings/meeting-choices.ts";

export const GET = endpoint(meetingChoices);
