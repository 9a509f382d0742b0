import { serveFile } from "#app/_http/serve-file.ts";
import { getFile } from "#server/files/get-file.ts";

export const GET = serveFile(getFile);
