import { endpoint } from "#app/_http/endpoint.ts";
import { listOpenPointsOverview } from "#server/completion/list-open-points.ts";

export const GET = endpoint(listOpenPointsOverview);
