import { endpoint } from "#app/_http/endpoint.ts";
import { closeFlag } from "#server/tasks/close-flag.ts";

export const POST = endpoint(closeFlag);
