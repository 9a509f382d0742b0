import { endpoint } from "#app/_http/endpoint.ts";
import { removeFeed } from "#server/meetings/remove-feed.ts";

export const POST = endpoint(removeFeed);
