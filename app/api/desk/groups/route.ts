import { endpoint } from "#app/_http/endpoint.ts";
import { listGroupsDesk } from "#server/groups/list-groups-desk.ts";

export const GET = endpoint(listGroupsDesk);
