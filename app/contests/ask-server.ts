import type { Exchange } from "./server-clock.ts";

export type Asked<T> =
  | { readonly kind: "told"; readonly value: T; readonly exchange: Exchange | null }
  | { readonly kind: "signed-out" | "not-found" | "unreached" }
  | { readonly kind: "refused"; readonly code: string };

const PATIENCE_MS = 10_000;

/** Asks a verb of ours for JSON, and says how the request was timed when the answer carries `serverNow`. Never throws. */
export async function askServer<T>(path: string, body?: object): Promise<Asked<T>> {
  const sentAt = performance.now();
  try {
    const reply = await fetch(path, {
      method: body ? "POST" : "GET",
      headers: { accept: "application/json", ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // The clock was read before the body was on its way; headers arrive first.
    const receivedAt = performance.now();
    if (reply.status === 401) return { kind: "signed-out" };
    if (reply.status === 404) return { kind: "not-found" };
    if (reply.status >= 500 || reply.status === 429) return { kind: "unreached" };
    const value = (await reply.json()) as T & { serverNow?: string; refused?: string };
    if (!reply.ok) return value.refused ? { kind: "refused", code: value.refused } : { kind: "unreached" };
    const serverNow = Date.parse(value.serverNow ?? "");
    return { kind: "told", value, exchange: Number.isFinite(serverNow) ? { sentAt, receivedAt, serverNow } : null };
  } catch {
    return { kind: "unreached" };
  }
}
