import { endpoint } from "#app/_http/endpoint.ts";
import { listPolls } from "#server/room/list-polls.ts";
import { makePoll } from "#server/room/make-poll.ts";

export const GET = endpoint(listPolls);
export const POST = endpoint(makePoll);
