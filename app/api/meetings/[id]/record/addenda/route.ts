import { endpoint } from "#app/_http/endpoint.ts";
import { addAddendum } from "#server/records/add-addendum.ts";

export const POST = endpoint(addAddendum);
