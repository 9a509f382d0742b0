import { askServer } from "#app/contests/ask-server.ts";
import { backoffMs } from "./backoff.ts";
import type { Keeper } from "./keeper.ts";
import { sendable } from "./outbox.ts";

/** How a try to hand in ended. `cancelled`: the person went back to the questions. */
export type HandedIn =
  | { readonly kind: "done" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "signed-out" }
  | { readonly kind: "refused"; readonly code: string };

/** Resolves when nothing is left to send, or when `signal` says so. */
function whenSent(keeper: Keeper, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      if (!signal.aborted && !keeper.state().closed && sendable(keeper.state().box).length > 0) return;
      stop();
      signal.removeEventListener("abort", done);
      resolve();
    };
    const stop = keeper.subscribe(done);
    signal.addEventListener("abort", done);
    keeper.hurry();
    done();
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Hands the attempt in: first every answer has to be acknowledged, then the server is asked until it answers. Asking twice is safe
 * (the verb tells the same again). `isTimeUp`: no more waiting for answers, for late ones do not count.
 */
export async function handInAttempt(
  attemptId: number,
  keeper: Keeper,
  signal: AbortSignal,
  isTimeUp: boolean,
  onUnreached: () => void,
): Promise<HandedIn> {
  if (!isTimeUp) await whenSent(keeper, signal);
  for (let failures = 1; !signal.aborted; failures++) {
    const asked = await askServer<{ state: string }>(`/api/attempts/${attemptId}/hand-in`, {});
    if (asked.kind === "told") return { kind: "done" };
    if (asked.kind === "refused") return asked;
    if (asked.kind === "signed-out") return { kind: "signed-out" };
    if (asked.kind === "not-found") return { kind: "refused", code: "not-found" };
    if (signal.aborted) break;
    onUnreached();
    await pause(backoffMs(failures, Math.random()), signal);
  }
  return { kind: "cancelled" };
}
