import { endpoint } from "#app/_http/endpoint.ts";
import { releaseBoard } from "#server/contests/release-board.ts";

export const POST = endpoint(releaseBoard);
