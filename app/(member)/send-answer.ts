import type { Told } from "#ui/use-asked.ts";

const PATIENCE_MS = 15_000;

export type Answered<T> = { readonly kind: "told"; readonly value: T } | { readonly kind: "trouble"; readonly trouble: string };
/** What the replies to practised answers have in common, as JSON. */
export type Verdict = Pick<Told, "reveal">;

/** Sends an answer to a verb of practice. Trouble is named: `offline`, `signed-out`, or the code of the refusal. Never throws. */
export async function sendAnswer<T extends Verdict>(path: string, body: object): Promise<Answered<T>> {
  try {
    const reply = await fetch(path, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (reply.status === 401) return { kind: "trouble", trouble: "signed-out" };
    const value = (await reply.json()) as T & { refused?: string };
    return reply.ok ? { kind: "told", value } : { kind: "trouble", trouble: value.refused ?? "broken" };
  } catch {
    return { kind: "trouble", trouble: "offline" };
  }
}
