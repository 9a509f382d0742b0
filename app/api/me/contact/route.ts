import { endpoint } from "#app/_http/endpoint.ts";
import { getContact } from "#server/notices/get-contact.ts";
import { saveContact } from "#server/notices/save-contact.ts";

export const GET = endpoint(getContact);
export const POST = endpoint(saveContact);
