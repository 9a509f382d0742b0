import { endpoint } from "#app/_http/endpoint.ts";
import { copyProgramme } from "#server/programmes/copy-programme.ts";

export const POST = endpoint(copyProgramme);
