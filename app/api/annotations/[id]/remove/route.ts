import { endpoint } from "#app/_http/endpoint.ts";
import { removeAnnotation } from "#server/annotations/remove-annotation.ts";

export const POST = endpoint(removeAnnotation);
