import type { IncomingMessage, ServerResponse } from "node:http";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import { replyRefusal } from "./reply.ts";

const style =
  "body{font:1.125rem/1.7 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem;color:#222;background:#fbfaf7}" +
  "a{display:inline-block;padding:.6rem 0;color:#a8321f}@media(prefers-color-scheme:dark){body{color:#ddd;background:#14161a}a{color:#f0917f}}";

type Why = Readonly<{ retryS: string; page: Buffer }>;
/** Both languages, for which one the reader has chosen is not known here; without script, it looks again by itself or at a click. */
const whyOf = (name: "pagesDown" | "pagesBusy", retryS: string): Why => ({
  retryS,
  page: Buffer.from(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="${retryS}">` +
      `<title>${zh.door[name]}</title><style>${style}</style><main><h1>${zh.door[name]}</h1><p>${zh.door[`${name}Hint`]}</p><a href="">${zh.door.retry}</a>` +
      `<div lang="en"><h2>${en.door[name]}</h2><p>${en.door[`${name}Hint`]}</p><a href="">${en.door.retry}</a></div></main></html>`,
  ),
});
/** The page server is away, as while it restarts. */
export const PAGES_DOWN = whyOf("pagesDown", "3");
/** It is there, but too many want a page at once. */
export const PAGES_BUSY = whyOf("pagesBusy", "8");

/** 503 with the time to wait: JSON for scripts, a page for people. */
export function replyNoPage(
  request: IncomingMessage,
  response: ServerResponse,
  { retryS, page }: Why,
  fixed: Readonly<Record<string, string>>,
): void {
  if (!(request.headers.accept ?? "").includes("text/html")) {
    replyRefusal(response, "unavailable", {}, { ...fixed, "retry-after": retryS });
    return;
  }
  response.writeHead(503, {
    ...fixed,
    "content-type": "text/html; charset=utf-8",
    "content-length": page.length,
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "retry-after": retryS,
  });
  response.end(page);
}
