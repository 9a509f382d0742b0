import { endpoint } from "#app/_http/endpoint.ts";
import { getMaterialDesk } from "#server/materials/get-material-desk.ts";

export const GET = endpoint(getMaterialDesk);
