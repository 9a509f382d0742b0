import { endpoint } from "#app/_http/endpoint.ts";
import { getYearbook } from "#server/yearbooks/get-yearbook.ts";
import { saveYearbook } from "#server/yearbooks/save-yearbook.ts";

export const GET = endpoint(getYearbook);
export const POST = endpoint(saveYearbook);
