import { endpoint } from "#app/_http/endpoint.ts";
import { closeForum } from "#server/room/close-forum.ts";

export const POST = endpoint(closeForum);
