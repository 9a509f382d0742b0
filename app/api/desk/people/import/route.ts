import { endpoint } from "#app/_http/endpoint.ts";
import { importPeople } from "#server/people/import-people.ts";

export const POST = endpoint(importPeople);
