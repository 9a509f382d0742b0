import { endpoint } from "#app/_http/endpoint.ts";
import { commentReflection } from "#server/reflections/comment-reflection.ts";

export const POST = endpoint(commentReflection);
