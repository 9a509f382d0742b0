import { endpoint } from "#app/_http/endpoint.ts";
import { askFlags } from "#server/integrity/ask-flags.ts";
import { getIntegrity } from "#server/integrity/get-integrity.ts";

export const GET = endpoint(getIntegrity);
export const POST = endpoint(askFlags);
