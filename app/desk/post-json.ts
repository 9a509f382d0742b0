/** What a verb found wrong with one field of what was sent. */
export type FieldProblem = Readonly<{ path: string; code: string; params: Readonly<Record<string, string | number>> }>;
/** Why a verb did not do it. */
export type Refused = Readonly<{ code: string; params: Readonly<Record<string, string | number>>; fields: readonly FieldProblem[] }>;
export type Posted<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; refused: Refused }>;

type Reply = Readonly<{ refused?: string; params?: Refused["params"]; fields?: readonly FieldProblem[] }>;

const refusedWith = (code: string): Posted<never> => ({ ok: false, refused: { code, params: {}, fields: [] } });

/** Sends JSON, or a form with a file, to a verb. A dead line is an answer too: `offline`. Throws nothing but an abort. */
export async function postJson<T>(path: string, body: FormData | object, signal?: AbortSignal): Promise<Posted<T>> {
  const isForm = body instanceof FormData;
  const headers = { accept: "application/json", ...(isForm ? {} : { "content-type": "application/json" }) };
  try {
    const reply = await fetch(path, { method: "POST", headers, body: isForm ? body : JSON.stringify(body), ...(signal && { signal }) });
    const said = (await reply.json()) as Reply;
    if (reply.ok) return { ok: true, value: said as T };
    return { ok: false, refused: { code: said.refused ?? "broken", params: said.params ?? {}, fields: said.fields ?? [] } };
  } catch (error) {
    if (signal?.aborted) throw error;
    return refusedWith(error instanceof SyntaxError ? "broken" : "offline");
  }
}
