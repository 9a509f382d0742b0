import { endpoint } from "#app/_http/endpoint.ts";
import { resumeGame } from "#server/games/resume-game.ts";

export const POST = endpoint(resumeGame);
