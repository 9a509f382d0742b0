import { Refusal } from "#domain/refusal.ts";

const JSON_BYTES = 1_000_000;
/** A file of 25 MB and the form around it. */
const UPLOAD_BYTES = 25_250_000;

/** A file as a verb receives it. */
export type Upload = Readonly<{ name: string; bytes: Uint8Array }>;

/** What a form with files sends its file as, in every verb that takes one. */
const FILE_FIELD = { field: "file" };

async function bytesOf(request: Request, limit: number, at: { field?: string } = {}): Promise<Uint8Array> {
  const tooLarge = () => new Refusal("too-large", { megabytes: Math.floor(limit / 1_000_000), ...at });
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > limit) throw tooLarge();
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/** Keys with dots are nested objects, repeated keys are lists: so plain HTML forms can say everything JSON can. */
function nested(pairs: Iterable<[string, unknown]>): Record<string, unknown> {
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, value] of pairs) {
    const path = key.split(".");
    if (path.some((step) => step === "__proto__" || step === "constructor" || step === "prototype")) throw new Refusal("invalid");
    let place = result;
    for (const step of path.slice(0, -1)) {
      const next = place[step];
      place = place[step] = (typeof next === "object" && next !== null ? next : Object.create(null)) as Record<string, unknown>;
    }
    const last = path[path.length - 1] ?? key;
    const before = place[last];
    place[last] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return result;
}

async function uploadOf(value: string | File): Promise<string | Upload> {
  return typeof value === "string" ? value : { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
}

/** The body of a state change: JSON, a form post, or a multipart form with files. Refuses other types and what is too large. */
export async function readBody(request: Request): Promise<unknown> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "multipart/form-data") {
    const bytes = await bytesOf(request, UPLOAD_BYTES, FILE_FIELD);
    const again = new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { "content-type": request.headers.get("content-type") ?? "" },
    });
    const form = await again.formData().catch(() => {
      throw new Refusal("invalid");
    });
    const pairs: [string, unknown][] = [];
    for (const [key, value] of form) pairs.push([key, await uploadOf(value)]);
    return nested(pairs);
  }
  const text = Buffer.from(await bytesOf(request, JSON_BYTES)).toString("utf8");
  if (type === "application/x-www-form-urlencoded") return nested(new URLSearchParams(text));
  if (text === "") return {};
  if (type !== "application/json") throw new Refusal("unsupported-type");
  try {
    return JSON.parse(text, (key, value) => {
      if (key === "__proto__") throw new Refusal("invalid");
      return value;
    });
  } catch {
    throw new Refusal("invalid");
  }
}
