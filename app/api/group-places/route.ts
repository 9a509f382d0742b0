import { endpoint } from "#app/_http/endpoint.ts";
import { listGroupPlaces } from "#server/groups/list-group-places.ts";

export const GET = endpoint(listGroupPlaces);
