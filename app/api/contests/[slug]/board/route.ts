import { endpoint } from "#app/_http/endpoint.ts";
import { getBoard } from "#server/boards/get-board.ts";

export const GET = endpoint(getBoard);
