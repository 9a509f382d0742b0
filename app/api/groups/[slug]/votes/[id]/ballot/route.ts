import { endpoint } from "#app/_http/endpoint.ts";
import { castBallot } from "#server/groups/cast-ballot.ts";

export const POST = endpoint(castBallot);
