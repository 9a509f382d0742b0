import { endpoint } from "#app/_http/endpoint.ts";
import { voteAnnotation } from "#server/annotations/vote-annotation.ts";

export const POST = endpoint(voteAnnotation);
