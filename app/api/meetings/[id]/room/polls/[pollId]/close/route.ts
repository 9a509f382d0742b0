import { endpoint } from "#app/_http/endpoint.ts";
import { closePoll } from "#server/room/close-poll.ts";

export const POST = endpoint(closePoll);
