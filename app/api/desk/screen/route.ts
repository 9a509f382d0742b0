import { endpoint } from "#app/_http/endpoint.ts";
import { getOverviewScreen } from "#server/boards/get-overview-screen.ts";

export const GET = endpoint(getOverviewScreen);
