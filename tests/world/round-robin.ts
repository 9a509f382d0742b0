import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

export type RoundRobin = { url: string; answeredBy: (number | undefined)[]; close: () => void };

/** A reverse proxy in front of several houses: each request goes to the next one, and on to another when that one is not there. */
export async function roundRobin(port: number, houses: readonly number[]): Promise<RoundRobin> {
  const answeredBy: (number | undefined)[] = [];
  let turn = 0;
  const passTo = (incoming: IncomingMessage, body: Buffer, reply: ServerResponse, tries: number): void => {
    const to = houses[turn++ % houses.length];
    const { method, url: path, headers } = incoming;
    const onward = request(
      { host: "127.0.0.1", port: to, method, path, headers: { ...headers, "content-length": body.length } },
      (said) => {
        answeredBy.push(to);
        reply.writeHead(said.statusCode ?? 502, said.headers);
        said.on("error", () => reply.destroy());
        said.pipe(reply);
      },
    );
    onward.on("error", () => {
      // What may have arrived is sent again: the same sequence of the same slot is one answer.
      if (!reply.headersSent && tries > 1) return passTo(incoming, body, reply, tries - 1);
      if (!reply.headersSent) reply.writeHead(502, { "content-type": "application/json" });
      reply.end("{}");
    });
    onward.end(body);
  };
  const server = createServer((incoming, reply) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => passTo(incoming, Buffer.concat(parts), reply, houses.length));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${port}`, answeredBy, close: () => void server.close() };
}
