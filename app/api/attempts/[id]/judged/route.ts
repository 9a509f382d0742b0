import { endpoint } from "#app/_http/endpoint.ts";
import { getJudged } from "#server/judged/get-judged.ts";

export const GET = endpoint(getJudged);
