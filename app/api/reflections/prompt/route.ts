import { endpoint } from "#app/_http/endpoint.ts";
import { getPrompt } from "#server/reflections/get-prompt.ts";

export const GET = endpoint(getPrompt);
