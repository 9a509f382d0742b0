import { endpoint } from "#app/_http/endpoint.ts";
import { getPersonProgress } from "#server/completion/get-person-progress.ts";

export const GET = endpoint(getPersonProgress);
