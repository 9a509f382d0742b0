import { endpoint } from "#app/_http/endpoint.ts";
import { leaveQueue } from "#server/matches/leave-queue.ts";

export const POST = endpoint(leaveQueue);
