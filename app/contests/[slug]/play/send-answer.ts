import type { Pending } from "./outbox.ts";

/** What became of one try to save a change. */
export type Told =
  | { readonly kind: "told"; readonly outcome: "saved" | "stale" | "late" | "ended"; readonly seq: number; readonly receivedAt: string }
  | { readonly kind: "signed-out" }
  /** Another device answers now; what was sent is kept there as evidence and does not count. */
  | { readonly kind: "taken-over" }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "unreached"; readonly retryAfterMs: number };

export type SendAnswer = (change: Pending, ticket: string, isLeaving: boolean) => Promise<Told>;

const PATIENCE_MS = 10_000;
const OUTCOMES = ["saved", "stale", "late", "ended"] as const;

async function toldBy(response: Response): Promise<Told> {
  const retryAfterMs = Number(response.headers.get("retry-after") ?? 0) * 1_000 || 0;
  if (response.status === 401) return { kind: "signed-out" };
  // Busy, restarting, or something in between that is not our server: try again.
  if (response.status >= 500 || response.status === 429 || response.status === 408) return { kind: "unreached", retryAfterMs };
  const body: unknown = await response.json();
  const { outcome, seq, receivedAt, refused } = (body ?? {}) as Record<string, unknown>;
  const known = OUTCOMES.find((one) => one === outcome);
  if (refused === "taken-over") return { kind: "taken-over" };
  if (response.ok && known && typeof seq === "number") return { kind: "told", outcome: known, seq, receivedAt: String(receivedAt ?? "") };
  if (!response.ok && typeof refused === "string") return { kind: "refused", code: refused };
  return { kind: "unreached", retryAfterMs }; // a portal's page, not our reply
}

/** Sends one change over plain HTTP. Never throws: no network, no answer and a foreign answer are all “unreached”. */
export const sendAnswerTo =
  (attemptId: number): SendAnswer =>
  async ({ slot, seq, response }, ticket, isLeaving) => {
    try {
      const reply = await fetch(`/api/attempts/${attemptId}/answers`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ ticket, slot, seq, response }),
        cache: "no-store",
        redirect: "error",
        keepalive: isLeaving,
        ...(!isLeaving && { signal: AbortSignal.timeout(PATIENCE_MS) }),
      });
      return await toldBy(reply);
    } catch {
      return { kind: "unreached", retryAfterMs: 0 };
    }
  };
