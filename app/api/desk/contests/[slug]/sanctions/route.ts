import { endpoint } from "#app/_http/endpoint.ts";
import { proposeSanction } from "#server/integrity/propose-sanction.ts";

export const POST = endpoint(proposeSanction);
