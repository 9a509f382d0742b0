import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { isLoopback } from "./host-rule.ts";

/** What belongs to one hop alone (RFC 9110, 7.6.1), and is never passed on in either direction. */
const HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
/** What only we, or the framework behind us, may say. */
const OURS = /^(?:x-forwarded-|x-zx-|x-middleware-|x-invoke-|forwarded$|x-real-ip$|x-request-id$|x-matched-path$|content-security-policy$)/;

/** The header fields without those of the hop, and without those that `Connection` names. */
export function withoutHop(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = new Set(
    (headers.connection ?? "")
      .toLowerCase()
      .split(",")
      .map((name) => name.trim()),
  );
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP.has(name) && !named.has(name)));
}

/** Who asks: the socket's address; behind a trusted proxy on this machine, the last address it wrote down. */
export function addressOf(request: IncomingMessage, trustsProxy: boolean): string {
  const peer = (request.socket.remoteAddress ?? "unknown").replace(/^::ffff:/, "");
  const given = request.headers["x-forwarded-for"];
  if (!trustsProxy || given === undefined || !isLoopback(peer)) return peer;
  const last = String(given).split(",").at(-1)?.trim() ?? "";
  return last === "" ? peer : last;
}

type Vouched = { host: string; protocol: string; address: string; arrivalMs: number; requestId: string; policy: string };

/** The headers of the request as the page server gets it: nothing from outside that we say ourselves. */
export function passedHeaders(request: IncomingMessage, vouched: Vouched): IncomingHttpHeaders {
  const passed = Object.fromEntries(Object.entries(withoutHop(request.headers)).filter(([name]) => !OURS.test(name)));
  return {
    ...passed,
    host: vouched.host,
    "x-forwarded-host": vouched.host,
    "x-forwarded-proto": vouched.protocol,
    "x-forwarded-for": vouched.address,
    "x-zx-address": vouched.address,
    "x-zx-arrival": String(vouched.arrivalMs),
    "x-zx-path": request.url ?? "/",
    "x-request-id": vouched.requestId,
    // Next reads the nonce of its own scripts from the policy.
    "content-security-policy": vouched.policy,
  };
}
