import { endpoint } from "#app/_http/endpoint.ts";
import { decideSanction } from "#server/integrity/decide-sanction.ts";

export const POST = endpoint(decideSanction);
