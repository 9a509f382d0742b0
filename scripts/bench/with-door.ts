import { type Server, startServer } from "./children.ts";
import { type Burst, openClients, type RawClient } from "./raw-client.ts";

export type Use<T> = (clients: RawClient[], server: Server) => Promise<T>;

/** A door in a process of its own, with so many connections open to it. */
export async function withDoor<T>(file: string, url: string, crowd: number, use: Use<T>, env: Record<string, string> = {}): Promise<T> {
  const server = await startServer(file, url, env);
  const clients = await openClients(server.port, crowd);
  try {
    return await use(clients, server);
  } finally {
    for (const client of clients) client.end();
    await server.stop();
  }
}

/** A burst that lost answers measured nothing. */
export function mustBeWhole(bursts: readonly Burst[]): void {
  const lost = bursts.reduce((sum, { lost: one }) => sum + one, 0);
  if (lost > 0) throw new Error(`${lost} answers of a measure were not saved: its figure would be worth nothing`);
}
