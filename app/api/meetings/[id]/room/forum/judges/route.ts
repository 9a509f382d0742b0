import { endpoint } from "#app/_http/endpoint.ts";
import { nameJudge } from "#server/room/name-judge.ts";

export const POST = endpoint(nameJudge);
