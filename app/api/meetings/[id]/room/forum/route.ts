import { endpoint } from "#app/_http/endpoint.ts";
import { getForum } from "#server/room/get-forum.ts";
import { setForumRules } from "#server/room/set-forum-rules.ts";

export const GET = endpoint(getForum);
export const POST = endpoint(setForumRules);
