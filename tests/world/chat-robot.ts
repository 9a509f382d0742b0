import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type ChatRobot = { url: string; heard: string[]; answers: { status: number; body: object }[]; end: () => Promise<void> };

/** The robot of a chat group: hears what is posted to it, and answers as it is told, or that all is well. */
export async function openChatRobot(): Promise<ChatRobot> {
  const [heard, answers]: [string[], ChatRobot["answers"]] = [[], []];
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      heard.push(Buffer.concat(parts).toString("utf8"));
      const { status, body } = answers.shift() ?? { status: 200, body: { errcode: 0, errmsg: "ok" } };
      reply.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const end = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, heard, answers, end };
}
