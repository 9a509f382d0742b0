import { endpoint } from "#app/_http/endpoint.ts";
import { countBookVote } from "#server/groups/count-book-vote.ts";

export const POST = endpoint(countBookVote);
