import { endpoint } from "#app/_http/endpoint.ts";
import { addOpenPoint } from "#server/programmes/add-open-point.ts";

export const POST = endpoint(addOpenPoint);
