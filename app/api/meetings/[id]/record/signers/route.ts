import { endpoint } from "#app/_http/endpoint.ts";
import { nameSigners } from "#server/records/name-signers.ts";

export const POST = endpoint(nameSigners);
