import { endpoint } from "#app/_http/endpoint.ts";
import { publishStudyYear } from "#server/points/publish-study-year.ts";

export const POST = endpoint(publishStudyYear);
