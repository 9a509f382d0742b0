import { endpoint } from "#app/_http/endpoint.ts";
import { listYearbooks } from "#server/yearbooks/list-yearbooks.ts";

export const GET = endpoint(listYearbooks);
