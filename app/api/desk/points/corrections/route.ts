import { endpoint } from "#app/_http/endpoint.ts";
import { correctPoints } from "#server/points/correct-points.ts";

export const POST = endpoint(correctPoints);
