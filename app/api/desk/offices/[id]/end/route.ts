import { endpoint } from "#app/_http/endpoint.ts";
import { endOffice } from "#server/offices/end-office.ts";

export const POST = endpoint(endOffice);
