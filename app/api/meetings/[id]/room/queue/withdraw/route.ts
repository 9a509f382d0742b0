import { endpoint } from "#app/_http/endpoint.ts";
import { withdrawFromQueue } from "#server/room/withdraw-from-queue.ts";

export const POST = endpoint(withdrawFromQueue);
