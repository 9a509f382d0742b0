import { endpoint } from "#app/_http/endpoint.ts";
import { getBranchBoard } from "#server/boards/get-branch-board.ts";

export const GET = endpoint(getBranchBoard);
