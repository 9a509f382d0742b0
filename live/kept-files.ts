import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { DoorSettings } from "./door-settings.ts";

const ADDRESS = "/_next/static/";
const TYPES: Readonly<Record<string, string>> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".json": "application/json; charset=UTF-8",
  ".woff2": "font/woff2",
};
/** Shorter ones gain nothing. */
const SHORTEST_ZIPPED = 1_024;
const zipped = promisify(gzip);

type Kept = Readonly<{ plain: Buffer; zip: Buffer | null; type: string }>;

/** The names below a folder as addresses name them; none when there is no build. */
function namesBelow(folder: string): Set<string> {
  try {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Set(
      found.map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll("\\", "/"),
      ),
    );
  } catch {
    return new Set(); // not built yet: the page server has them all
  }
}

/**
 * The scripts and styles of the build, out of memory: five thousand phones that come in together ask for a dozen each, and each costs the
 * page server a millisecond. Only names that were there at the start are answered; anything else, and whatever is not a plain GET, is the
 * page server's.
 */
export function keptFiles({ isDevelopment }: DoorSettings, folder = resolve(".next/static")) {
  const names = isDevelopment ? new Set<string>() : namesBelow(folder);
  const kept = new Map<string, Promise<Kept>>();

  const read = async (name: string): Promise<Kept> => {
    const plain = await readFile(join(folder, name));
    const type = TYPES[extname(name)] ?? "";
    const isText = type !== "" && type !== "font/woff2" && plain.length >= SHORTEST_ZIPPED;
    return { plain, zip: isText ? await zipped(plain, { level: 9 }) : null, type };
  };
  const find = (name: string): Promise<Kept> => {
    const known = kept.get(name);
    if (known) return known;
    const reading = read(name);
    kept.set(name, reading);
    reading.catch(() => kept.delete(name));
    return reading;
  };

  return {
    /** Answers when it can, and says whether it does. `pass` is for a file that cannot be read after all. */
    handle(request: IncomingMessage, response: ServerResponse, fixed: Readonly<Record<string, string>>, pass: () => void): boolean {
      const url = request.url ?? "";
      if (request.method !== "GET" || !url.startsWith(ADDRESS) || request.headers.range !== undefined) return false;
      let name = "";
      try {
        name = decodeURIComponent(url.slice(ADDRESS.length));
      } catch {
        return false; // no address of ours
      }
      if (!names.has(name) || TYPES[extname(name)] === undefined) return false;
      find(name).then(({ plain, zip, type }) => {
        const isZipped = zip !== null && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
        const body = isZipped ? zip : plain;
        response.writeHead(200, {
          ...fixed,
          ...{ "content-type": type, "content-length": body.length, "cache-control": "public, max-age=31536000, immutable" },
          ...(zip !== null && { vary: "accept-encoding" }),
          ...(isZipped && { "content-encoding": "gzip" }),
        });
        response.end(body);
      }, pass);
      return true;
    },
  };
}
