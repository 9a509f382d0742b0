import { endpoint } from "#app/_http/endpoint.ts";
import { removeReply } from "#server/annotations/remove-reply.ts";

export const POST = endpoint(removeReply);
