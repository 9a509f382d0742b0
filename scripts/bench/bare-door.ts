import { createServer } from "node:http";
import pg from "pg";
import { takeAnswer } from "#server/attempts/take-answers.ts";
import { readTicket } from "#server/attempts/ticket.ts";

type Body = { ticket: string; slot: number; seq: number; response: unknown };
const isSingle = process.env["BENCH_SINGLE"] === "1";
const pool = isSingle ? new pg.Pool({ connectionString: process.env["ZX_DATABASE_URL"], max: 20 }) : null;

/** The baseline of P2: ticket and one INSERT each, neither judged nor totalled nor kept as evidence. */
async function insertOne(attemptId: number, body: Body, receivedAt: Date): Promise<unknown> {
  if (readTicket("answer", body.ticket, receivedAt)?.attemptId !== attemptId) throw new Error("not the ticket's attempt");
  await pool?.query({
    name: "single",
    text: "insert into answers (attempt_id, slot, response, seq, received_at, milli, is_right) values ($1, $2, $3, $4, $5, 0, false)",
    values: [attemptId, body.slot, JSON.stringify(body.response), body.seq, receivedAt],
  });
  return { outcome: "saved", seq: body.seq, receivedAt };
}

/** The baseline of P1 and P3: node:http with the same ticket, parsing, judging and durable batch, and nothing else. */
createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
  if (request.method !== "POST") return void response.end("alive\n");
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", async () => {
    const receivedAt = new Date();
    const attemptId = Number(request.url?.split("/")[3]);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Body;
    let status = 200;
    const reply = await (isSingle ? insertOne(attemptId, body, receivedAt) : takeAnswer(attemptId, body, receivedAt)).catch(
      (error: { code?: string }) => {
        status = 503;
        return { refused: error.code };
      },
    );
    const text = JSON.stringify(reply);
    response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
    response.end(text);
  });
}).listen({ port: Number(process.env["PORT"]), host: "127.0.0.1", backlog: 4_096 });

process.on("SIGTERM", () => process.exit(0));
