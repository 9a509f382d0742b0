import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Can this port be listened on now? */
export function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => answer(true)));
  });
}

/** A free port on 127.0.0.1 below the range of outgoing connections, so that it is still free after a restart. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    const port = randomInt(20_000, 30_000);
    if (await isFree(port, '127.0.0.1')) return port;
  }
  throw new Error('No free port between 20000 and 30000 on 127.0.0.1.');
}
