import { endpoint } from "#app/_http/endpoint.ts";
import { drawForumLot } from "#server/room/draw-forum-lot.ts";

export const POST = endpoint(drawForumLot);
