import { endpoint } from "#app/_http/endpoint.ts";
import { overrideMark } from "#server/marking/override-mark.ts";

export const POST = endpoint(overrideMark);
