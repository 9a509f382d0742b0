import { endpoint } from "#app/_http/endpoint.ts";
import { getUnitLists } from "#server/tasks/get-unit-lists.ts";

export const GET = endpoint(getUnitLists);
