import { endpoint } from "#app/_http/endpoint.ts";
import { attachToRecord } from "#server/records/attach-to-record.ts";

export const POST = endpoint(attachToRecord);
