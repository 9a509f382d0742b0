import { endpoint } from "#app/_http/endpoint.ts";
import { listSubjects } from "#server/programmes/list-subjects.ts";

export const GET = endpoint(listSubjects);
