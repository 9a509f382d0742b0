import { endpoint } from "#app/_http/endpoint.ts";
import { addAbsence } from "#server/groups/add-absence.ts";

export const POST = endpoint(addAbsence);
