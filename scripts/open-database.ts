import { resolve } from "node:path";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { root } from "./supervise-settings.ts";

export type OpenDatabase = { url: string; embedded: boolean; dataDir: string; close(): Promise<void> };

/** The database for a script: DATABASE_URL, else the embedded one, started for as long as the script runs if nobody has. */
export async function openDatabase(env: NodeJS.ProcessEnv = process.env): Promise<OpenDatabase> {
  const dataDir = resolve(root, env["DATA_DIR"] || ".data");
  const given = env["ZX_DATABASE_URL"] || env["DATABASE_URL"];
  if (given) return { url: given, embedded: env["ZX_EMBEDDED"] === "1", dataDir, close: async () => undefined };
  const server = await startEmbedded({ dataDir });
  return { url: server.url, embedded: true, dataDir, close: () => (server.adopted ? Promise.resolve() : server.stop()) };
}
