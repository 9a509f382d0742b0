import { endpoint } from "#app/_http/endpoint.ts";
import { getMyProgress } from "#server/completion/get-my-progress.ts";

export const GET = endpoint(getMyProgress);
