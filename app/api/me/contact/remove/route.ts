import { endpoint } from "#app/_http/endpoint.ts";
import { removeContact } from "#server/notices/remove-contact.ts";

export const POST = endpoint(removeContact);
