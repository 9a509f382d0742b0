import { endpoint } from "#app/_http/endpoint.ts";
import { listAnnotations } from "#server/annotations/list-annotations.ts";
import { makeAnnotation } from "#server/annotations/make-annotation.ts";

export const GET = endpoint(listAnnotations);
export const POST = endpoint(makeAnnotation);
