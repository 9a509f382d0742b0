import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { createConnection, createServer, type Server } from "node:net";
import { join } from "node:path";

/**
 * Holds a data directory for one process. The lock is an abstract socket, which the kernel drops with the process however it
 * dies: there is no file to go stale. Throws a sentence naming the holder when it is taken.
 */
export async function lockDataDir(dataDir: string, holder: string): Promise<{ release(): void }> {
  const name = socketOf(dataDir);
  const server = createServer((socket) => socket.on("error", () => socket.destroy()).end(holder));
  if (!(await listens(server, name))) throw new Error(`Zhixing already runs on ${dataDir} (${await askHolder(name)}). Stop it first, or set DATA_DIR.`);
  server.unref();
  return { release: () => void server.close() };
}

/** Who holds the data directory, or null. */
export async function findHolder(dataDir: string): Promise<string | null> {
  try {
    const lock = await lockDataDir(dataDir, "");
    lock.release();
    return null;
  } catch {
    return askHolder(socketOf(dataDir));
  }
}

function socketOf(dataDir: string): string {
  const place = realpathSync(dataDir);
  if (process.platform !== "linux") return join(place, "supervisor.sock");
  return `\0zhixing-${createHash("sha256").update(place).digest("hex").slice(0, 32)}`;
}

function listens(server: Server, name: string): Promise<boolean> {
  return new Promise((answer, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? answer(false) : fail(error)));
    server.listen(name, () => answer(true));
  });
}

function askHolder(name: string): Promise<string> {
  return new Promise((answer) => {
    let said = "";
    const socket = createConnection(name);
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on("data", (chunk) => (said += chunk));
    socket.on("error", () => undefined); // "close" follows, with what was said until then
    socket.on("close", () => answer(said || "another process"));
  });
}
