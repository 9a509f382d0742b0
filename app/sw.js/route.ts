import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The worker that keeps texts for reading without a network: a plain script, always asked for anew. */
export async function GET(): Promise<Response> {
  const script = await readFile(join(process.cwd(), "app", "sw.js", "worker.js"), "utf8");
  return new Response(script, { headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" } });
}
