import { endpoint } from "#app/_http/endpoint.ts";
import { liftSanction } from "#server/integrity/lift-sanction.ts";

export const POST = endpoint(liftSanction);
