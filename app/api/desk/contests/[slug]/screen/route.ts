import { endpoint } from "#app/_http/endpoint.ts";
import { getContestScreen } from "#server/boards/get-contest-screen.ts";

export const GET = endpoint(getContestScreen);
