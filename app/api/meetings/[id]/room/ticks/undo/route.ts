import { endpoint } from "#app/_http/endpoint.ts";
import { undoCheckIn } from "#server/room/undo-check-in.ts";

export const POST = endpoint(undoCheckIn);
