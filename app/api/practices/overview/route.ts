import { endpoint } from "#app/_http/endpoint.ts";
import { getPracticeOverview } from "#server/practices/get-practice-overview.ts";

export const GET = endpoint(getPracticeOverview);
