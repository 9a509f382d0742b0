import { endpoint } from "#app/_http/endpoint.ts";
import { editPerson } from "#server/people/edit-person.ts";
import { getPerson } from "#server/people/get-person.ts";

export const GET = endpoint(getPerson);
export const POST = endpoint(editPerson);
