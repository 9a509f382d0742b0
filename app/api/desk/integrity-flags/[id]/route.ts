import { endpoint } from "#app/_http/endpoint.ts";
import { judgeFlag } from "#server/integrity/judge-flag.ts";

export const POST = endpoint(judgeFlag);
