import { endpoint } from "#app/_http/endpoint.ts";
import { getProgrammeDesk } from "#server/programmes/get-programme-desk.ts";
import { saveProgramme } from "#server/programmes/save-programme.ts";

export const GET = endpoint(getProgrammeDesk);
export const POST = endpoint(saveProgramme);
