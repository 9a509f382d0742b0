import { endpoint } from "#app/_http/endpoint.ts";
import { getHallScreen } from "#server/halls/get-hall-screen.ts";

export const GET = endpoint(getHallScreen);
