import { endpoint } from "#app/_http/endpoint.ts";
import { detachFromRecord } from "#server/records/detach-from-record.ts";

export const POST = endpoint(detachFromRecord);
