import { endpoint } from "#app/_http/endpoint.ts";
import { copyContest } from "#server/stages/copy-contest.ts";

export const POST = endpoint(copyContest);
