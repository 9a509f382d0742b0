import { endpoint } from "#app/_http/endpoint.ts";
import { buildYearbook } from "#server/yearbooks/build-yearbook.ts";

export const POST = endpoint(buildYearbook);
