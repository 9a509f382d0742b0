import { endpoint } from "#app/_http/endpoint.ts";
import { publishProgramme } from "#server/programmes/publish-programme.ts";

export const POST = endpoint(publishProgramme);
