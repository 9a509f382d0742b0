import { endpoint } from "#app/_http/endpoint.ts";
import { stayInQueue } from "#server/matches/stay-in-queue.ts";

export const POST = endpoint(stayInQueue);
