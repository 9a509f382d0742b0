import { request } from "node:http";

type Got = { status: number; bytes: number; text: string; cookies: string[] };
type Wish = { method?: string; cookie?: string; body?: string; packed?: boolean };

/** One request; `packed` asks for gzip and tells the bytes that crossed the wire. */
export function get(port: number, path: string, { method = "GET", cookie = "", body, packed = false }: Wish = {}): Promise<Got> {
  const headers: Record<string, string> = {
    host: `127.0.0.1:${port}`,
    accept: "text/html,application/json",
    cookie,
    ...(packed ? { "accept-encoding": "gzip" } : {}),
  };
  if (body !== undefined)
    Object.assign(headers, { "content-type": "application/json", accept: "application/json", origin: `http://127.0.0.1:${port}` });
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", path, method, headers }, (found) => {
      const chunks: Buffer[] = [];
      found.on("data", (chunk: Buffer) => chunks.push(chunk));
      found.on("error", reject);
      found.on("end", () => {
        const whole = Buffer.concat(chunks);
        resolve({
          status: found.statusCode ?? 0,
          bytes: whole.length,
          text: packed ? "" : whole.toString(),
          cookies: found.headers["set-cookie"] ?? [],
        });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
