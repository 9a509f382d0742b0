import { endpoint } from "#app/_http/endpoint.ts";
import { judgeTry } from "#server/judged/judge-try.ts";

export const POST = endpoint(judgeTry);
