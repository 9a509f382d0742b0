import { endpoint } from "#app/_http/endpoint.ts";
import { getMonitor } from "#server/contests/get-monitor.ts";

export const GET = endpoint(getMonitor);
