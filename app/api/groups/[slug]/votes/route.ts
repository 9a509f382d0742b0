import { endpoint } from "#app/_http/endpoint.ts";
import { getBookVote } from "#server/groups/get-book-vote.ts";
import { openVote } from "#server/groups/open-vote.ts";

export const GET = endpoint(getBookVote);
export const POST = endpoint(openVote);
