import type { Socket } from "node:net";

const SLICE = 500;
/** A reader this far behind would cost memory for nothing: it reconnects and gets the whole state. */
const MOST_PENDING_BYTES = 65_536;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One event as it goes over the wire. */
export function textOf(event: string, data: unknown, id?: number): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The same as bytes: made once, shared by every socket. */
export const frameOf = (event: string, data: unknown, id?: number): Buffer => Buffer.from(textOf(event, data, id));

/** Writes to one reader; false when it was too far behind and had to go. */
export function send(socket: Socket, frame: Buffer): boolean {
  if (socket.destroyed) return true;
  if (socket.writableLength > MOST_PENDING_BYTES) {
    socket.destroy();
    return false;
  }
  socket.write(frame);
  return true;
}

/**
 * Writes one buffer to every reader, in slices, so that an answer never waits for a whole audience. Readers that left meanwhile are
 * passed over. Resolves with the number that had to go.
 */
export async function broadcast(sockets: Iterable<Socket>, frame: Buffer): Promise<number> {
  let written = 0;
  let dropped = 0;
  for (const socket of [...sockets]) {
    if (!send(socket, frame)) dropped += 1;
    written += 1;
    if (written % SLICE === 0) await nextTurn();
  }
  return dropped;
}
