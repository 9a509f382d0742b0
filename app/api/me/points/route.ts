import { endpoint } from "#app/_http/endpoint.ts";
import { getMyPoints } from "#server/points/get-my-points.ts";

export const GET = endpoint(getMyPoints);
