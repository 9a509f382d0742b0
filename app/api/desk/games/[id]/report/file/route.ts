import { download } from "#app/_http/download.ts";
import { getGameFile } from "#server/games/get-game-file.ts";

export const GET = download(getGameFile);
