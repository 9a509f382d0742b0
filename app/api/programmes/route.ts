import { endpoint } from "#app/_http/endpoint.ts";
import { listProgrammes } from "#server/programmes/list-programmes.ts";

export const GET = endpoint(listProgrammes);
