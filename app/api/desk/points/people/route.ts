import { endpoint } from "#app/_http/endpoint.ts";
import { listPersonPoints } from "#server/points/list-person-points.ts";

export const GET = endpoint(listPersonPoints);
