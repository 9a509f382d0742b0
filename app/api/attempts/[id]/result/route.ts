import { endpoint } from "#app/_http/endpoint.ts";
import { getResult } from "#server/attempts/get-result.ts";

export const GET = endpoint(getResult);
