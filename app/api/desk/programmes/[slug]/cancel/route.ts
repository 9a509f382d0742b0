import { endpoint } from "#app/_http/endpoint.ts";
import { cancelProgramme } from "#server/programmes/cancel-programme.ts";

export const POST = endpoint(cancelProgramme);
