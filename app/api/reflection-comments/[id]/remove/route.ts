import { endpoint } from "#app/_http/endpoint.ts";
import { removeComment } from "#server/reflections/remove-comment.ts";

export const POST = endpoint(removeComment);
