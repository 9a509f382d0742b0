import { endpoint } from "#app/_http/endpoint.ts";
import { editAnnotation } from "#server/annotations/edit-annotation.ts";

export const POST = endpoint(editAnnotation);
