import { endpoint } from "#app/_http/endpoint.ts";
import { getOrganisation } from "#server/organisation/get-organisation.ts";

export const GET = endpoint(getOrganisation);
