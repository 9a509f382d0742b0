import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Why this port cannot be listened on now (EADDRINUSE, EACCES, …), or null when it can. */
export function findListenError(port: number, host: string): Promise<string | null> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => answer(error.code ?? error.message));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => answer(null)));
  });
}

/** A free port on 127.0.0.1 below the range of outgoing connections, so that it is still free after a restart. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    const port = randomInt(20_000, 30_000);
    if ((await findListenError(port, "127.0.0.1")) === null) return port;
  }
  throw new Error("No free port between 20000 and 30000 on 127.0.0.1.");
}
