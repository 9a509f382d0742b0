import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

export type MailServer = {
  url: string;
  /** Every letter taken: to whom, and the whole of it, decoded. */
  letters: { to: string; text: string }[];
  /** What it answers to the next letters instead of taking them, such as "451 later"; "" keeps silent and hangs up. */
  answers: string[];
  end: () => Promise<void>;
};

const plain = (quoted: string): string =>
  Buffer.from(
    quoted.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

const decoded = (raw: string): string => {
  const [head = "", body = ""] = raw.split(/\r\n\r\n(.*)/s);
  return `${head}\n${/base64/i.test(head) ? Buffer.from(body, "base64").toString("utf8") : plain(body)}`;
};

/** A mail server that speaks enough SMTP to take letters, on a port of its own. */
export async function openMailServer(): Promise<MailServer> {
  const world: Pick<MailServer, "letters" | "answers"> = { letters: [], answers: [] };
  const serve = (socket: Socket): void => {
    let [to, waiting, isData] = ["", "", false];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const take = (letter: string): void => {
      const answer = world.answers.shift();
      if (answer === "") return void socket.destroy();
      if (answer === undefined) world.letters.push({ to, text: decoded(letter) });
      say(answer ?? "250 taken");
    };
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      waiting += chunk.toString("utf8");
      for (let end = waiting.indexOf(isData ? "\r\n.\r\n" : "\r\n"); end >= 0; end = waiting.indexOf(isData ? "\r\n.\r\n" : "\r\n")) {
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + (isData ? 5 : 2));
        if (isData) take(line);
        isData = !isData && line === "DATA";
        if (isData) say("354 go on");
        else if (/^RCPT/.test(line)) to = /<(.*)>/.exec(line)?.[1] ?? "";
        if (/^(EHLO|HELO|MAIL|RCPT|RSET|NOOP)/.test(line)) say("250 ok");
        if (line === "QUIT") socket.end("221 bye\r\n");
      }
    });
    say("220 test mail");
  };
  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const end = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { ...world, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, end };
}
