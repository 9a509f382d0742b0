import { endpoint } from "#app/_http/endpoint.ts";
import { askForMatch } from "#server/matches/ask-for-match.ts";
import { getQueue } from "#server/matches/get-queue.ts";

export const GET = endpoint(getQueue);
export const POST = endpoint(askForMatch);
