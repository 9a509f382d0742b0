import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { createConnection, createServer, type Server } from "node:net";
import { join } from "node:path";

export type SocketLock = { release(): void };

/**
 * Holds a folder for one purpose, or tells what its holder says of itself. The lock is an abstract socket, which the kernel drops
 * with the process however it dies: there is no file to go stale.
 */
export async function trySocketLock(folder: string, purpose: string, say: () => string): Promise<SocketLock | string> {
  const name = socketOf(realpathSync(folder), purpose);
  const server = createServer((socket) => socket.on("error", () => socket.destroy()).end(say()));
  if (!(await listens(server, name))) return askHolder(name);
  server.unref();
  return { release: () => void server.close() };
}

function socketOf(place: string, purpose: string): string {
  if (process.platform !== "linux") return join(place, `${purpose}.sock`);
  return `\0zhixing-${purpose}-${createHash("sha256").update(place).digest("hex").slice(0, 32)}`;
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
