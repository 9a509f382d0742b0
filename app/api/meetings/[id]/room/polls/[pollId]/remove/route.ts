import { endpoint } from "#app/_http/endpoint.ts";
import { removePoll } from "#server/room/remove-poll.ts";

export const POST = endpoint(removePoll);
