import { endpoint } from "#app/_http/endpoint.ts";
import { getProgramme } from "#server/programmes/get-programme.ts";

export const GET = endpoint(getProgramme);
