import { endpoint } from "#app/_http/endpoint.ts";
import { editContest } from "#server/contests/edit-contest.ts";
import { getContestDesk } from "#server/contests/get-contest-desk.ts";

export const GET = endpoint(getContestDesk);
export const POST = endpoint(editContest);
