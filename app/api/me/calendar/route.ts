import { endpoint } from "#app/_http/endpoint.ts";
import { drawFeed } from "#server/meetings/draw-feed.ts";

export const POST = endpoint(drawFeed);
