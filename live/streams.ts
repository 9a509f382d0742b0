// Above 150 lines: one door for all kinds of stream, so that places, sign-ins, heartbeat and farewell stand together.
import { randomInt } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { findAttemptTime } from "#server/attempts/attempt-times.ts";
import { markSeen } from "#server/attempts/mark-seen.ts";
import { readTicket, type Tickets } from "#server/attempts/ticket.ts";
import { isUnavailable } from "#server/database-refusals.ts";
import { mayFollowHall } from "#server/halls/read-live-hall.ts";
import { log } from "#server/log.ts";
import { recheckSignIns, signInStands } from "#server/people/watch-sign-ins.ts";
import { noLongerInside } from "#server/room/still-inside.ts";
import { heardAttempts } from "./answers.ts";
import { broadcast, send, textOf } from "./broadcast.ts";
import { feed } from "./feed.ts";
import { gameFeed } from "./game-feed.ts";
import { hallFeed } from "./hall-feed.ts";
import { replyRefusal } from "./reply.ts";
import { roomFeed } from "./room-feed.ts";
import { saidOf, timeEvent } from "./watched-contest.ts";
import {
  type GameReader,
  type HallReader,
  PER_HALL,
  type Reader,
  type RoomReader,
  streamPlaces,
  type Watcher,
  watcherList,
} from "./watchers.ts";

const HEARTBEAT_MS = 15_000;
const RECHECK_MS = 2_000;
const PRESENCE_MS = 10_000;
const RETRY_MS = 3_000;
const heartbeat = Buffer.from(":\n\n");

type Fixed = Readonly<Record<string, string>>;
type Wish = { ticket: string; address: string; fixed: Fixed };

/** The event streams of this process: of contests, of meetings, of finals and of games. */
export function openStreams() {
  const places = streamPlaces();
  const watchers = watcherList<Watcher>(({ contestId }) => contestId);
  const listeners = watcherList<RoomReader>(({ meetingId }) => meetingId);
  const live = feed(watchers);
  const rooms = roomFeed(listeners);
  const followers = watcherList<HallReader>(({ hallId }) => hallId);
  const halls = hallFeed(followers);
  const gameReaders = watcherList<GameReader>(({ gameId }) => gameId);
  const games = gameFeed(gameReaders);
  let dropped = 0;
  let isClosing = false;

  function* everyone(): Generator<Reader> {
    yield* watchers.everyone();
    yield* listeners.everyone();
    yield* followers.everyone();
    yield* gameReaders.everyone();
  }
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
      dropped += await broadcast(socketsOf(everyone()), heartbeat);
    }),
    every(RECHECK_MS, "the look at sign-ins", async () => {
      const held = [...everyone()];
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

  /** What every stream goes through: the page, the ticket, the sign-in, a place. Then `greet`, and whatever fails is answered. */
  const letIn = async <K extends "stream" | "room" | "hall" | "game">(
    kind: K,
    request: IncomingMessage,
    response: ServerResponse,
    { ticket: text, address, fixed }: Wish,
    greet: (ticket: Tickets[K], socket: Socket) => Promise<void>,
  ): Promise<void> => {
    try {
      const now = new Date();
      const ticket = readTicket(kind, text, now);
      const site = request.headers["sec-fetch-site"];
      if (site !== undefined && site !== "same-origin") return replyRefusal(response, "foreign-origin", {}, fixed);
      if (!ticket || !(await signInStands(ticket.sessionId, now))) return replyRefusal(response, "not-signed-in", {}, fixed);
      if (isClosing) return replyRefusal(response, "unavailable", {}, fixed);
      if (!places.reserve(ticket.personId, address, kind === "game" ? PER_HALL : undefined))
        return replyRefusal(response, "too-many", {}, fixed);
      response.once("close", () => places.release({ personId: ticket.personId, address }));
      await greet(ticket, response.socket as Socket);
    } catch (error) {
      log[isUnavailable(error) ? "warn" : "error"]({ error }, "a stream could not be opened");
      if (response.headersSent) response.destroy();
      else replyRefusal(response, "unavailable", {}, fixed);
    }
  };

  const open = (request: IncomingMessage, response: ServerResponse, asked: Wish & { slug: string }): Promise<void> =>
    letIn("stream", request, response, asked, async ({ contestId, personId, sessionId, attemptId }, socket) => {
      const { address, fixed } = asked;
      const watcher: Watcher = { socket, contestId, personId, sessionId, attemptId, address, saidTime: "" };
      response.once("close", () => watchers.leave(watcher));
      const contest = await live.contestOf(contestId);
      if (!contest || contest.slug !== asked.slug) return replyRefusal(response, "not-found", {}, fixed);
      const time = attemptId === null ? null : await findAttemptTime(attemptId);
      await contest.prepare(new Date(), performance.now());
      if (response.destroyed) return;
      const now = new Date();
      const { contest: phase, board } = contest.snapshot(now, watcher);
      if (time) watcher.saidTime = saidOf(time);
      begin(response, fixed, `${phase}${time ? textOf("time", timeEvent(time, watcher, now)) : ""}`);
      if (board) response.write(board);
      watchers.add(watcher);
    });

  const openRoom = (request: IncomingMessage, response: ServerResponse, asked: Wish & { meetingId: number }): Promise<void> =>
    letIn("room", request, response, asked, async ({ meetingId, personId, sessionId }, socket) => {
      const { address, fixed } = asked;
      const reader: RoomReader = { socket, meetingId, personId, sessionId, address };
      response.once("close", () => listeners.leave(reader));
      // A ticket lives for hours; whoever was taken off the list meanwhile does not come in with it.
      const isOut = meetingId !== asked.meetingId || (await noLongerInside([reader])).length > 0;
      const newest = isOut ? null : await rooms.frameFor(meetingId);
      if (newest?.() == null) return replyRefusal(response, "not-found", {}, fixed);
      if (response.destroyed) return;
      begin(response, fixed, textOf("clock", { serverNow: new Date().toISOString() }));
      response.write(newest());
      listeners.add(reader);
    });

  const openHall = (request: IncomingMessage, response: ServerResponse, asked: Wish & { hallId: number }): Promise<void> =>
    letIn("hall", request, response, asked, async ({ hallId, personId, sessionId }, socket) => {
      const { address, fixed } = asked;
      const reader: HallReader = { socket, hallId, personId, sessionId, address };
      response.once("close", () => followers.leave(reader));
      const isIn = hallId === asked.hallId && (await mayFollowHall(hallId, sessionId, new Date()));
      const newest = isIn ? await halls.frameFor(hallId) : null;
      if (newest?.() == null) return replyRefusal(response, "not-found", {}, fixed);
      if (response.destroyed) return;
      begin(response, fixed, textOf("clock", { serverNow: new Date().toISOString() }));
      response.write(newest());
      followers.add(reader);
    });

  const openGame = (request: IncomingMessage, response: ServerResponse, asked: Wish & { gameId: number }): Promise<void> =>
    letIn("game", request, response, asked, async ({ gameId, playerId, personId, sessionId }, socket) => {
      const { address, fixed } = asked;
      const reader: GameReader = { socket, gameId, playerId, personId, sessionId, address };
      response.once("close", () => gameReaders.leave(reader));
      let first: Buffer | null = null;
      while (first === null) {
        const greeting = gameId === asked.gameId ? await games.greeting(gameId, playerId) : null;
        if (!greeting) return replyRefusal(response, "not-found", {}, fixed);
        if (response.destroyed) return;
        first = greeting.frames();
      }
      begin(response, fixed, textOf("clock", { serverNow: new Date().toISOString() }));
      response.write(first);
      gameReaders.add(reader);
    });

  return {
    open,
    openRoom,
    openHall,
    openGame,
    figures: () => ({
      streams: watchers.count() + listeners.count() + followers.count() + gameReaders.count(),
      dropped: dropped + live.figures().dropped + rooms.dropped() + halls.dropped() + games.dropped(),
      boards: live.figures().boards,
    }),
    /** Says goodbye to everybody, each with another time to come back, and closes. */
    close(): void {
      isClosing = true;
      for (const timer of timers) clearInterval(timer);
      live.end();
      rooms.end();
      halls.end();
      games.end();
      for (const { socket } of [...everyone()]) {
        send(socket, Buffer.from(`retry: ${randomInt(1_000, 5_000)}\nevent: restart\ndata: {}\n\n`));
        socket.end();
      }
    },
  };
}
export type Streams = ReturnType<typeof openStreams>;

function* socketsOf(readers: Iterable<Reader>): Generator<Socket> {
  for (const { socket } of readers) yield socket;
}

/** The head of a stream and its first words. No chunks: every socket gets the very same bytes, and the end of the stream is the end of the connection. */
function begin(response: ServerResponse, fixed: Fixed, first: string): void {
  response.useChunkedEncodingByDefault = false;
  response.shouldKeepAlive = false;
  response.writeHead(200, {
    ...fixed,
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "private, no-store, no-transform",
    "x-accel-buffering": "no",
  });
  response.write(`retry: ${RETRY_MS}\n\n${first}`);
  response.socket?.setKeepAlive(true, 60_000);
}
