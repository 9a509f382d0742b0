import { endpoint } from "#app/_http/endpoint.ts";
import { listHeldMeetings } from "#server/programmes/list-held-meetings.ts";

export const GET = endpoint(listHeldMeetings);
