import { endpoint } from "#app/_http/endpoint.ts";
import { searchDesk } from "#server/search/search-desk.ts";

export const GET = endpoint(searchDesk);
