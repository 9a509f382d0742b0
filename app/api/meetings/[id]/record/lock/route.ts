import { endpoint } from "#app/_http/endpoint.ts";
import { lockRecord } from "#server/records/lock-record.ts";

export const POST = endpoint(lockRecord);
