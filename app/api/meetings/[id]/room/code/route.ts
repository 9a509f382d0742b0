import { endpoint } from "#app/_http/endpoint.ts";
import { showCheckInCode } from "#server/room/show-check-in-code.ts";

export const POST = endpoint(showCheckInCode);
