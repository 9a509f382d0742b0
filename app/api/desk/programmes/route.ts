import { endpoint } from "#app/_http/endpoint.ts";
import { listProgrammesDesk } from "#server/programmes/list-programmes-desk.ts";
import { makeProgramme } from "#server/programmes/make-programme.ts";

export const GET = endpoint(listProgrammesDesk);
export const POST = endpoint(makeProgramme);
