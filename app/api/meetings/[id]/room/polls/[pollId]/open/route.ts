import { endpoint } from "#app/_http/endpoint.ts";
import { openPoll } from "#server/room/open-poll.ts";

export const POST = endpoint(openPoll);
