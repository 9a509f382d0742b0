import { request as ask, createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { doorSettings } from "#live/door-settings.ts";
import { openDoor } from "#live/open-door.ts";
import { openStreams } from "#live/streams.ts";

export type Reply = { status: number; headers: IncomingMessage["headers"]; body: string };

/** One request, as raw as node:http lets it be. */
export function send(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { method = "GET", headers = {}, body } = options;
    const asked = ask({ port, host: "127.0.0.1", path, method, headers, agent: false }, (found) => {
      const chunks: Buffer[] = [];
      found.on("data", (chunk: Buffer) => chunks.push(chunk));
      found.on("end", () => resolve({ status: found.statusCode ?? 0, headers: found.headers, body: Buffer.concat(chunks).toString() }));
      found.on("error", reject);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** A page server that tells what it was asked. */
export async function echoPages(): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      response.writeHead(200, {
        "content-type": "application/json",
        "x-powered-by": "a framework",
        "set-cookie": ["a=1", "b=2"],
        connection: "keep-alive",
      });
      response.end(
        JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

/** The door as main opens it, on a port of its own. */
export async function openTestDoor(pagesPort: number, env: Record<string, string> = {}) {
  const settings = doorSettings({ HOST: "127.0.0.1", ZX_PAGES_URL: `http://127.0.0.1:${pagesPort}`, ...env });
  const streams = openStreams();
  const door = await openDoor({ ...settings, port: 0 }, streams, { uncaught: 0 });
  return {
    port: door.port,
    streams,
    drain: door.drain,
    async end() {
      streams.close();
      await door.end();
    },
  };
}
export type TestDoor = Awaited<ReturnType<typeof openTestDoor>>;
