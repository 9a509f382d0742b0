import { randomUUID } from "node:crypto";
import { Agent, request as ask, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import { log } from "#server/log.ts";
import type { DoorSettings } from "./door-settings.ts";
import { bodyOf, isBrokenPage, isBusyPage } from "./is-busy-page.ts";
import { PAGES_BUSY, PAGES_DOWN, replyNoPage } from "./no-page.ts";
import { addressOf, passedHeaders, withoutHop } from "./passed-headers.ts";
import { pagePolicy } from "./security-headers.ts";

/** A page that says nothing for so long will not come. */
const SILENT_MS = 120_000;

/** Passes requests on to the page server, streaming both ways, and says in its place that it is away. */
export function pagesProxy(settings: DoorSettings, fixed: Readonly<Record<string, string>>) {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64, scheduling: "fifo" });
  const { hostname, port } = settings.pagesUrl;
  const protocol = (settings.publicUrl?.protocol ?? "http:").slice(0, -1);

  const passBroken = async (request: IncomingMessage, response: ServerResponse, found: IncomingMessage, head: OutgoingHttpHeaders) => {
    const body = await bodyOf(found);
    if (isBusyPage(found, body)) return replyNoPage(request, response, PAGES_BUSY, fixed);
    response.writeHead(500, head);
    response.end(body);
  };

  const pass = (request: IncomingMessage, response: ServerResponse, host: string, arrivalMs: number, isSecondTry = false): void => {
    const requestId = randomUUID();
    const policy = pagePolicy(settings);
    const hasBody = request.headers["content-length"] !== undefined || request.headers["transfer-encoding"] !== undefined;
    const vouched = { host, protocol, address: addressOf(request, settings.trustsProxy), arrivalMs, requestId, policy };
    const headers = passedHeaders(request, vouched);
    const onward = ask({ hostname, port, agent, method: request.method, path: request.url, headers, timeout: SILENT_MS, setHost: false });

    onward.on("response", (found) => {
      const { "x-powered-by": _framework, ...given } = withoutHop(found.headers);
      const head = { "content-security-policy": policy, ...given, ...fixed, "x-request-id": requestId };
      found.on("error", () => response.destroy());
      if (isBrokenPage(found)) return void passBroken(request, response, found, head).catch(() => response.destroy());
      response.writeHead(found.statusCode ?? 502, head);
      found.pipe(response);
    });
    onward.on("timeout", () => onward.destroy(new Error("the page server is silent")));
    onward.on("error", (error: NodeJS.ErrnoException) => {
      if (response.headersSent || response.destroyed) return void response.destroy();
      // A kept connection that the page server closed at this very moment: nothing of the request was seen, so ask again once.
      if (onward.reusedSocket && error.code === "ECONNRESET" && !hasBody && !isSecondTry)
        return pass(request, response, host, arrivalMs, true);
      log.warn({ requestId, code: error.code, path: (request.url ?? "").split("?")[0] }, "the page server did not answer");
      request.resume();
      replyNoPage(request, response, PAGES_DOWN, fixed);
    });
    response.once("close", () => {
      if (!response.writableFinished) onward.destroy();
    });
    if (hasBody) request.pipe(onward);
    else onward.end();
  };
  return { pass, end: () => agent.destroy() };
}
