import { endpoint } from "#app/_http/endpoint.ts";
import { leaveMatch } from "#server/matches/leave-match.ts";

export const POST = endpoint(leaveMatch);
