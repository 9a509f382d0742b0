import { endpoint } from "#app/_http/endpoint.ts";
import { addPerson } from "#server/people/add-person.ts";
import { listPeople } from "#server/people/list-people.ts";

export const GET = endpoint(listPeople);
export const POST = endpoint(addPerson);
