import { endpoint } from "#app/_http/endpoint.ts";
import { signRecord } from "#server/records/sign-record.ts";

export const POST = endpoint(signRecord);
