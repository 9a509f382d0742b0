import { endpoint } from "#app/_http/endpoint.ts";
import { getPromptDesk } from "#server/games/get-prompt-desk.ts";
import { openPrompt } from "#server/games/open-prompt.ts";

export const GET = endpoint(getPromptDesk);
export const POST = endpoint(openPrompt);
