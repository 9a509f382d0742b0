import { endpoint } from "#app/_http/endpoint.ts";
import { getRecord } from "#server/records/get-record.ts";
import { writeField } from "#server/records/write-field.ts";

export const GET = endpoint(getRecord);
export const POST = endpoint(writeField);
