import { endpoint } from "#app/_http/endpoint.ts";
import { giveNameReason } from "#server/completion/give-name-reason.ts";

export const POST = endpoint(giveNameReason);
