import { endpoint } from "#app/_http/endpoint.ts";
import { listMySanctions } from "#server/integrity/list-my-sanctions.ts";

export const GET = endpoint(listMySanctions);
