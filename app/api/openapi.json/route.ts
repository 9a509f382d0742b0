import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Every verb with its path, input, output and refusals, as the build wrote it down. */
export async function GET(): Promise<Response> {
  const text = await readFile(join(process.cwd(), ".next", "openapi.json"), "utf8");
  return new Response(text, { headers: { "content-type": "application/json", "cache-control": "no-store" } });
}
