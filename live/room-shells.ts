import { request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { DoorSettings } from "./door-settings.ts";
import { bodyOf } from "./is-busy-page.ts";
import { pagePolicy } from "./security-headers.ts";

const ADDRESS = /^\/live\/\d{6}$/;
const FRESH_MS = 30_000;
const MOST_KEPT = 200;
const SILENT_MS = 10_000;
/** How a browser wished pages to look: all of it that the page of a room depends on. */
const LOOK = /(?:^|;\s*)(zx-(?:locale|theme|size)=[\w-]{1,12})(?=;|$)/g;
const zipped = promisify(gzip);

/** A page without its nonce: the text between the places where it stood. */
type Shell = Readonly<{ parts: readonly string[]; atMs: number }>;

const nonceOf = (policy: string): string => /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";

/**
 * The page of a game in a room, which is the same for everybody: it knows no person, and asks for what is one's own when it is there. So it
 * is rendered once in half a minute and not for each of five thousand phones that open it together; each gets it with a nonce of its own.
 */
export function roomShells(settings: DoorSettings) {
  const kept = new Map<string, Promise<Shell | null>>();

  /** Renders it for nobody: without a sign-in, whatever came with the request. Null: the page server has something else to say. */
  const render = (path: string, host: string, look: string): Promise<Shell | null> =>
    new Promise((resolve, reject) => {
      const policy = pagePolicy(settings);
      const { hostname, port } = settings.pagesUrl;
      const protocol = (settings.publicUrl?.protocol ?? "http:").slice(0, -1);
      const headers = {
        ...{ host, accept: "text/html", "content-security-policy": policy, "x-zx-path": path, "x-zx-address": "127.0.0.1" },
        ...{ "x-forwarded-host": host, "x-forwarded-proto": protocol, "x-zx-arrival": String(Date.now()) },
        ...(look !== "" && { cookie: look }),
      };
      const asked = ask({ hostname, port, path, headers, timeout: SILENT_MS, setHost: false }, (found) => {
        bodyOf(found).then((body) => {
          const isPage = found.statusCode === 200 && (found.headers["content-type"] ?? "").startsWith("text/html");
          resolve(isPage ? { parts: body.toString().split(nonceOf(policy)), atMs: performance.now() } : null);
        }, reject);
      });
      asked.on("timeout", () => asked.destroy(new Error("the page server is silent")));
      asked.on("error", reject);
      asked.end();
    });

  const find = async (path: string, host: string, look: string): Promise<Shell | null> => {
    const name = `${path} ${host} ${look}`;
    const known = kept.get(name);
    const shell = known && (await known.catch(() => null));
    if (shell && performance.now() - shell.atMs < FRESH_MS) return shell;
    // Whoever comes while it is rendered waits for that one.
    const under = kept.get(name);
    if (under && under !== known) return under;
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
    const rendering = render(path, host, look);
    kept.set(name, rendering);
    return rendering;
  };

  return {
    /** Answers when it can, and says whether it does; `pass` leaves it to the page server. */
    handle(
      request: IncomingMessage,
      response: ServerResponse,
      host: string,
      fixed: Readonly<Record<string, string>>,
      pass: () => void,
    ): boolean {
      const path = request.url ?? "";
      const { headers } = request;
      if (settings.isDevelopment || request.method !== "GET" || !ADDRESS.test(path) || headers["rsc"] !== undefined) return false;
      const look = [...(headers.cookie ?? "").matchAll(LOOK)]
        .map(([, pair]) => pair)
        .sort()
        .join("; ");
      find(path, host, look)
        .then(async (shell) => {
          if (!shell) return pass();
          const policy = pagePolicy(settings);
          const text = Buffer.from(shell.parts.join(nonceOf(policy)));
          const isZipped = /\bgzip\b/.test(headers["accept-encoding"] ?? "");
          const body = isZipped ? await zipped(text, { level: 1 }) : text;
          response.writeHead(200, {
            ...fixed,
            ...{ "content-security-policy": policy, "content-type": "text/html; charset=utf-8", "content-length": body.length },
            ...{ "cache-control": "private, no-store", vary: "accept-encoding, cookie, rsc" },
            ...(isZipped && { "content-encoding": "gzip" }),
          });
          response.end(body);
        })
        .catch(() => {
          if (response.headersSent) response.destroy();
          else pass();
        });
      return true;
    },
  };
}
