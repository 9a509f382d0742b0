import type { IncomingMessage, ServerResponse } from "node:http";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import { replyRefusal } from "./reply.ts";

const RETRY_S = "3";
const style =
  "body{font:1.125rem/1.7 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem;color:#222;background:#fbfaf7}@media(prefers-color-scheme:dark){body{color:#ddd;background:#14161a}}";

const page = Buffer.from(
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="${RETRY_S}">` +
    `<title>${zh.door.pagesDown}</title><style>${style}</style><h1>${zh.door.pagesDown}</h1><p>${zh.door.pagesDownHint}</p>` +
    `<div lang="en"><h2>${en.door.pagesDown}</h2><p>${en.door.pagesDownHint}</p></div></html>`,
);

/** 503 while the page server restarts: JSON for scripts, a page in both languages for people, which looks again by itself. */
export function replyPagesDown(request: IncomingMessage, response: ServerResponse, fixed: Readonly<Record<string, string>>): void {
  if (!(request.headers.accept ?? "").includes("text/html")) {
    replyRefusal(response, "unavailable", {}, { ...fixed, "retry-after": RETRY_S });
    return;
  }
  response.writeHead(503, {
    ...fixed,
    "content-type": "text/html; charset=utf-8",
    "content-length": page.length,
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "retry-after": RETRY_S,
  });
  response.end(page);
}
