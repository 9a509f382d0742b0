import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { createConnection, createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export const leavingHolder = "leaving";
const patienceMs = 1_500;
const leavingPatienceMs = 16_000;

/**
 * Holds a data directory for one process. The lock is an abstract socket, which the kernel drops with the process however it
 * dies: there is no file to go stale. `holder` says who we are to whoever finds it taken. Waits for a holder that is leaving;
 * throws a sentence naming one that is not.
 */
export async function lockDataDir(dataDir: string, holder: () => string): Promise<{ release(): void }> {
  const name = socketOf(dataDir);
  const startedAt = performance.now();
  for (;;) {
    const server = createServer((socket) => socket.on("error", () => socket.destroy()).end(holder()));
    if (await listens(server, name)) {
      server.unref();
      return { release: () => void server.close() };
    }
    const said = await askHolder(name);
    const waitedMs = performance.now() - startedAt;
    if (waitedMs > (said === leavingHolder ? leavingPatienceMs : patienceMs)) {
      throw new Error(`Zhixing already runs on ${dataDir} (${said}). Stop it first, or set DATA_DIR.`);
    }
    await pause(100);
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
