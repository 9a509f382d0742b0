import { endpoint } from "#app/_http/endpoint.ts";
import { listMyMeetings } from "#server/register/list-my-meetings.ts";

export const GET = endpoint(listMyMeetings);
