import { endpoint } from "#app/_http/endpoint.ts";
import { searchStudy } from "#server/search/search-study.ts";

export const GET = endpoint(searchStudy);
