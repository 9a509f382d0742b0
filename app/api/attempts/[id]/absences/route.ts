import { endpoint } from "#app/_http/endpoint.ts";
import { listMyAbsences } from "#server/integrity/list-my-absences.ts";
import { recordAbsences } from "#server/integrity/record-absences.ts";

export const GET = endpoint(listMyAbsences);
export const POST = endpoint(recordAbsences);
