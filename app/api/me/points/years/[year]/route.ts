import { endpoint } from "#app/_http/endpoint.ts";
import { getMyStudyYear } from "#server/points/get-my-study-year.ts";

export const GET = endpoint(getMyStudyYear);
