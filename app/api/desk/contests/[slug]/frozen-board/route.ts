import { endpoint } from "#app/_http/endpoint.ts";
import { retakeFrozenBoard } from "#server/contests/retake-frozen-board.ts";

export const POST = endpoint(retakeFrozenBoard);
