import { endpoint } from "#app/_http/endpoint.ts";
import { listAbsencesDesk } from "#server/integrity/list-absences-desk.ts";

export const GET = endpoint(listAbsencesDesk);
