import { endpoint } from "#app/_http/endpoint.ts";
import { grantOffice } from "#server/offices/grant-office.ts";
import { listOffices } from "#server/offices/list-offices.ts";

export const GET = endpoint(listOffices);
export const POST = endpoint(grantOffice);
