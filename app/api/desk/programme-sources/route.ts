import { endpoint } from "#app/_http/endpoint.ts";
import { listSources } from "#server/programmes/list-sources.ts";

export const GET = endpoint(listSources);
