import { endpoint } from "#app/_http/endpoint.ts";
import { shareAnnotation } from "#server/annotations/share-annotation.ts";

export const POST = endpoint(shareAnnotation);
