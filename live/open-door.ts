import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answer, answerGame, pulseOfGame, sayInGame } from "./answers.ts";
import { buzz } from "./buzzes.ts";
import type { DoorSettings } from "./door-settings.ts";
import { healthRoutes } from "./health.ts";
import { isReadablePath, vouchedHost } from "./host-rule.ts";
import { keptFiles } from "./kept-files.ts";
import { watchLoopLag } from "./loop-lag.ts";
import { isOwnPage } from "./own-page.ts";
import { passUpgrade } from "./pass-upgrade.ts";
import { addressOf } from "./passed-headers.ts";
import { pagesProxy } from "./proxy.ts";
import { replyRefusal } from "./reply.ts";
import { roomShells } from "./room-shells.ts";
import { EMPTY_POLICY, fixedHeaders } from "./security-headers.ts";
import type { Streams } from "./streams.ts";

/** What thousands send in the same second, each with the handler of its address. */
const HOT = [
  { path: /^\/api\/attempts\/([1-9]\d{0,14})\/answers$/, handle: answer },
  { path: /^\/api\/games\/([1-9]\d{0,14})\/answers$/, handle: answerGame },
  { path: /^\/api\/games\/([1-9]\d{0,14})\/pulse$/, handle: pulseOfGame },
  { path: /^\/api\/games\/([1-9]\d{0,14})\/says$/, handle: sayInGame },
] as const;
const GAMES = /^\/api\/streams\/games\/([1-9]\d{0,14})\?ticket=([\w.-]{1,1000})$/;
const STREAMS = /^\/api\/streams\/contests\/([a-z0-9-]{1,80})\?ticket=([\w.-]{1,1000})$/;
const ROOMS = /^\/api\/streams\/meetings\/([1-9]\d{0,14})\?ticket=([\w.-]{1,1000})$/;
const BUZZES = /^\/api\/halls\/([1-9]\d{0,14})\/buzz(?:\?([\w.&=-]{0,1100}))?$/;
const HALLS = /^\/api\/streams\/halls\/([1-9]\d{0,14})\?ticket=([\w.-]{1,1000})$/;
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
/** As many connections may be waiting to be taken as 5,000 people at once make (performance.md, traps). */
const BACKLOG = 4_096;

export type Door = Readonly<{ server: Server; port: number; drain(): void; end(): Promise<void> }>;

/** Opens the public port: answers and streams here, everything else to the page server. `figures.uncaught` is main's to count. */
export async function openDoor(settings: DoorSettings, streams: Streams, figures: { uncaught: number }): Promise<Door> {
  const fixed = fixedHeaders(settings);
  const small = { ...fixed, "content-security-policy": EMPTY_POLICY };
  const lag = watchLoopLag();
  let isDraining = false;
  const health = healthRoutes({
    isDraining: () => isDraining,
    figures: () => ({ ...streams.figures(), lagMs: lag.worstMs(), uncaught: figures.uncaught }),
    metricsToken: settings.metricsToken,
    fixed: small,
  });
  const proxy = pagesProxy(settings, fixed);
  const files = keptFiles(settings);
  const shells = roomShells(settings);

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const arrivalMs = Date.now();
    const url = request.url ?? "";
    if (isDraining) response.setHeader("connection", "close");
    if (request.method === "GET" && health.handle(request, response)) return;
    const host = vouchedHost(request.headers.host, settings.publicUrl);
    if (host === null) return replyRefusal(response, "wrong-host", {}, small);
    if (!METHODS.has(request.method ?? "") || !isReadablePath(url)) return replyRefusal(response, "invalid", {}, small);
    for (const { path, handle: take } of request.method === "POST" ? HOT : []) {
      const named = path.exec(url);
      if (!named) continue;
      if (!isOwnPage(request.headers, host, settings.publicUrl))
        return replyRefusal(response, "foreign-origin", {}, { ...small, connection: "close" });
      return void take(request, response, Number(named[1]), small);
    }
    const pressed = request.method === "POST" ? BUZZES.exec(url) : null;
    if (pressed) {
      if (!isOwnPage(request.headers, host, settings.publicUrl))
        return replyRefusal(response, "foreign-origin", {}, { ...small, connection: "close" });
      return void buzz(request, response, { hallId: Number(pressed[1]), asked: pressed[2] ?? "", arrivalMs }, small);
    }
    const watched = request.method === "GET" ? STREAMS.exec(url) : null;
    if (watched) {
      if (isDraining) return replyRefusal(response, "unavailable", {}, small);
      return void streams.open(request, response, {
        slug: watched[1] ?? "",
        ticket: watched[2] ?? "",
        address: addressOf(request, settings.trustsProxy),
        fixed: small,
      });
    }
    const heard = request.method === "GET" ? ROOMS.exec(url) : null;
    if (heard) {
      if (isDraining) return replyRefusal(response, "unavailable", {}, small);
      return void streams.openRoom(request, response, {
        meetingId: Number(heard[1]),
        ticket: heard[2] ?? "",
        address: addressOf(request, settings.trustsProxy),
        fixed: small,
      });
    }
    const followed = request.method === "GET" ? HALLS.exec(url) : null;
    if (followed) {
      if (isDraining) return replyRefusal(response, "unavailable", {}, small);
      return void streams.openHall(request, response, {
        hallId: Number(followed[1]),
        ticket: followed[2] ?? "",
        address: addressOf(request, settings.trustsProxy),
        fixed: small,
      });
    }
    const played = request.method === "GET" ? GAMES.exec(url) : null;
    if (played) {
      if (isDraining) return replyRefusal(response, "unavailable", {}, small);
      return void streams.openGame(request, response, {
        gameId: Number(played[1]),
        ticket: played[2] ?? "",
        address: addressOf(request, settings.trustsProxy),
        fixed: small,
      });
    }
    const pass = (): void => proxy.pass(request, response, host, arrivalMs);
    if (files.handle(request, response, small, pass) || shells.handle(request, response, host, fixed, pass)) return;
    pass();
  };

  const server = createServer(
    { keepAliveTimeout: 75_000, headersTimeout: 20_000, requestTimeout: 300_000, connectionsCheckingInterval: 2_000, noDelay: true },
    handle,
  );
  server.on("upgrade", (request, socket, head) => passUpgrade(settings, request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port: settings.port, host: settings.host, backlog: BACKLOG }, resolve);
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    drain() {
      isDraining = true;
    },
    async end() {
      health.end();
      lag.end();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection kept for another request would hold us up for over a minute.
      const idle = setInterval(() => server.closeIdleConnections(), 25);
      await closed.finally(() => clearInterval(idle));
      proxy.end();
    },
  };
}
