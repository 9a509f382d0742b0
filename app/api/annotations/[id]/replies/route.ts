import { endpoint } from "#app/_http/endpoint.ts";
import { replyAnnotation } from "#server/annotations/reply-annotation.ts";

export const POST = endpoint(replyAnnotation);
