import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { checkReadiness } from "#server/health/check-readiness.ts";
import { lookAtPools, poisonedPool } from "#server/health/watch-pools.ts";
import { isLoopback } from "./host-rule.ts";
import { type DoorFigures, metricsText } from "./metrics.ts";
import { replyJson } from "./reply.ts";

const LAG_LIMIT_MS = 1_000;
const LOOK_EVERY_MS = 5_000;

type State = {
  isDraining: () => boolean;
  figures: () => DoorFigures;
  metricsToken: string | null;
  /** Headers that every response carries. */
  fixed: Readonly<Record<string, string>>;
};

function text(response: ServerResponse, status: number, body: string, fixed: State["fixed"]): void {
  response.writeHead(status, {
    ...fixed,
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
}

const digest = (value: string) => createHash("sha256").update(value).digest();

/** A proxy on this machine speaks for people outside: its requests carry X-Forwarded-For and need the token. */
function mayRead(request: IncomingMessage, token: string | null): boolean {
  if (token && timingSafeEqual(digest(request.headers.authorization ?? ""), digest(`Bearer ${token}`))) return true;
  return isLoopback(request.socket.remoteAddress ?? "") && request.headers["x-forwarded-for"] === undefined;
}

/** /livez, /readyz and /metrics; false for any other path. */
export function healthRoutes(state: State) {
  const timer = setInterval(() => void lookAtPools(performance.now()), LOOK_EVERY_MS);
  timer.unref();

  const ready = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const readiness = state.isDraining() ? { ready: false, checks: { draining: "yes" } } : await checkReadiness();
    // What is wrong names hosts and pools: for those on this machine alone.
    replyJson(
      response,
      readiness.ready ? 200 : 503,
      mayRead(request, state.metricsToken) ? readiness : { ready: readiness.ready },
      state.fixed,
    );
  };
  const handle = (request: IncomingMessage, response: ServerResponse): boolean => {
    switch (request.url) {
      case "/livez": {
        const poisoned = poisonedPool(performance.now());
        const isWell = poisoned === null && state.figures().lagMs < LAG_LIMIT_MS;
        text(response, isWell ? 200 : 503, isWell ? "alive\n" : "unwell\n", state.fixed);
        return true;
      }
      case "/readyz":
        void ready(request, response);
        return true;
      case "/metrics":
        if (!mayRead(request, state.metricsToken)) return false;
        void metricsText(state.figures(), new Date()).then((body) => text(response, 200, body, state.fixed));
        return true;
      default:
        return false;
    }
  };
  return { handle, end: () => clearInterval(timer) };
}
