import { endpoint } from "#app/_http/endpoint.ts";
import { closeOpenPoint } from "#server/programmes/close-open-point.ts";

export const POST = endpoint(closeOpenPoint);
