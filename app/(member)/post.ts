/** Why it was not done, as a key under `refusals`, with what fills the sentence; `offline` for a dead line. */
export type Said<T> = { ok: true; value: T } | { ok: false; code: string; params: Record<string, string | number> };

/** Sends JSON, or a form with a file, to a verb; throws nothing. */
export async function post<T = unknown>(path: string, body: FormData | object = {}): Promise<Said<T>> {
  try {
    const isForm = body instanceof FormData;
    const headers = { accept: "application/json", ...(isForm ? {} : { "content-type": "application/json" }) };
    const reply = await fetch(path, { method: "POST", headers, body: isForm ? body : JSON.stringify(body) });
    const said = (await reply.json()) as T & { refused?: string; params?: Record<string, string | number> };
    return reply.ok ? { ok: true, value: said } : { ok: false, code: said.refused ?? "broken", params: said.params ?? {} };
  } catch {
    return { ok: false, code: "offline", params: {} };
  }
}
