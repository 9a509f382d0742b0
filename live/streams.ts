import { randomInt } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { findAttemptTime } from "#server/attempts/attempt-times.ts";
import { markSeen } from "#server/attempts/mark-seen.ts";
import { readTicket, type StreamTicket } from "#server/attempts/ticket.ts";
import { isUnavailable } from "#server/database-refusals.ts";
import { log } from "#server/log.ts";
import { recheckSignIns, signInStands } from "#server/people/watch-sign-ins.ts";
import { heardAttempts } from "./answers.ts";
import { broadcast, send, textOf } from "./broadcast.ts";
import { feed } from "./feed.ts";
import { replyRefusal } from "./reply.ts";
import { saidOf, timeEvent } from "./watched-contest.ts";
import { type Watcher, watcherList } from "./watchers.ts";

const HEARTBEAT_MS = 15_000;
const RECHECK_MS = 2_000;
const PRESENCE_MS = 10_000;
const RETRY_MS = 3_000;
const heartbeat = Buffer.from(":\n\n");

type Asked = { slug: string; ticket: string; address: string; fixed: Readonly<Record<string, string>> };

/** The event streams of this process. */
export function openStreams() {
  const watchers = watcherList();
  const live = feed(watchers);
  let dropped = 0;
  let isClosing = false;

  const every = (ms: number, what: string, work: () => Promise<void>): NodeJS.Timeout => {
    let isBusy = false;
    return setInterval(async () => {
      if (isBusy) return;
      isBusy = true;
      // The database may be away for a while: what these do is done again at the next turn.
      await work().catch((error: unknown) => log.warn({ error }, `${what} failed`));
      isBusy = false;
    }, ms);
  };
  const timers = [
    every(HEARTBEAT_MS, "the heartbeat", async () => {
      dropped += await broadcast(socketsOf(watchers.everyone()), heartbeat);
    }),
    every(RECHECK_MS, "the look at sign-ins", async () => {
      const held = [...watchers.everyone()];
      const fallen = new Set(
        await recheckSignIns(
          new Date(),
          held.map(({ sessionId }) => sessionId),
        ),
      );
      for (const { sessionId, socket } of held) if (fallen.has(sessionId)) socket.end();
    }),
    every(PRESENCE_MS, "presence", async () => {
      const here = new Set(heardAttempts);
      heardAttempts.clear();
      for (const { attemptId } of watchers.everyone()) if (attemptId !== null) here.add(attemptId);
      await markSeen(here, new Date());
    }),
  ];

  const open = async (request: IncomingMessage, response: ServerResponse, { slug, ticket: text, address, fixed }: Asked): Promise<void> => {
    try {
      const now = new Date();
      const ticket = readTicket("stream", text, now);
      const site = request.headers["sec-fetch-site"];
      if (site !== undefined && site !== "same-origin") return replyRefusal(response, "foreign-origin", {}, fixed);
      if (!ticket || !(await signInStands(ticket.sessionId, now))) return replyRefusal(response, "not-signed-in", {}, fixed);
      if (isClosing) return replyRefusal(response, "unavailable", {}, fixed);
      if (!watchers.reserve(ticket.personId, address)) return replyRefusal(response, "too-many", {}, fixed);
      const watcher = watcherOf(response, ticket, address);
      response.once("close", () => watchers.leave(watcher));
      await greet(response, watcher, slug, fixed);
    } catch (error) {
      log[isUnavailable(error) ? "warn" : "error"]({ error }, "a stream could not be opened");
      if (response.headersSent) response.destroy();
      else replyRefusal(response, "unavailable", {}, fixed);
    }
  };

  const greet = async (
    response: ServerResponse,
    watcher: Watcher,
    slug: string,
    fixed: Readonly<Record<string, string>>,
  ): Promise<void> => {
    const contest = await live.contestOf(watcher.contestId);
    if (!contest || contest.slug !== slug) return replyRefusal(response, "not-found", {}, fixed);
    const time = watcher.attemptId === null ? null : await findAttemptTime(watcher.attemptId);
    await contest.prepare(new Date(), performance.now());
    if (response.destroyed) return;
    const now = new Date();
    // No chunks: every socket gets the very same bytes, and the end of the stream is the end of the connection.
    response.useChunkedEncodingByDefault = false;
    response.shouldKeepAlive = false;
    response.writeHead(200, {
      ...fixed,
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    });
    const { contest: phase, board } = contest.snapshot(now, watcher);
    if (time) watcher.saidTime = saidOf(time);
    response.write(`retry: ${RETRY_MS}\n\n${phase}${time ? textOf("time", timeEvent(time, now)) : ""}`);
    if (board) response.write(board);
    watcher.socket.setKeepAlive(true, 60_000);
    watchers.add(watcher);
  };

  return {
    open,
    figures: () => ({ streams: watchers.count(), dropped: dropped + live.figures().dropped, boards: live.figures().boards }),
    /** Says goodbye to everybody, each with another time to come back, and closes. */
    close(): void {
      isClosing = true;
      for (const timer of timers) clearInterval(timer);
      live.end();
      for (const { socket } of [...watchers.everyone()]) {
        send(socket, Buffer.from(`retry: ${randomInt(1_000, 5_000)}\nevent: restart\ndata: {}\n\n`));
        socket.end();
      }
    },
  };
}
export type Streams = ReturnType<typeof openStreams>;

function* socketsOf(watchers: Iterable<Watcher>): Generator<Socket> {
  for (const { socket } of watchers) yield socket;
}

function watcherOf(response: ServerResponse, ticket: StreamTicket, address: string): Watcher {
  const { contestId, personId, sessionId, attemptId } = ticket;
  return { socket: response.socket as Socket, contestId, personId, sessionId, attemptId, address, saidTime: "" };
}
