import { endpoint } from "#app/_http/endpoint.ts";
import { getCoverage } from "#server/register/get-coverage.ts";

export const GET = endpoint(getCoverage);
