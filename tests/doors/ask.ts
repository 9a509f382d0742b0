import type { Input } from "./expectations.ts";
import type { Asker } from "./five-branches.ts";

/** What came back: the status, the refusal's code ("sign-in" for a way to the sign-in page, "" for none), and the text. */
export type Heard = { status: number; said: string; body: string };

const refusedIn = (body: string): string => /^\{"refused":"([a-z-]+)"/.exec(body)?.[1] ?? "";

async function heardFrom(reply: Response): Promise<Heard> {
  const body = await reply.text();
  const leads = reply.headers.get("location") ?? "";
  return { status: reply.status, said: /^\/sign-in\?/.test(leads) ? "sign-in" : refusedIn(body), body };
}

function filled(pattern: string, input: Input, mark: RegExp): { path: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...input };
  const path = pattern.replace(mark, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { path, rest };
}

/** An answer ticket of one's own running attempt; a visitor has none. */
async function ticketOf({ caller, own, role }: Asker): Promise<string> {
  if (role === "visitor") return "no.ticket";
  const reply = await caller.get(`/api/attempts/${own.attempt}`);
  return ((await reply.json()) as { ticket?: string }).ticket || "no.ticket";
}

/** A ticket of the final one stands in; its press says everything in its address. */
async function hallTicketOf({ caller, own, role }: Asker): Promise<string> {
  if (role === "visitor") return "no.ticket";
  const reply = await caller.get(`/api/halls/${own.hall[1]}/buzzer`);
  return ((await reply.json()) as { ticket?: string }).ticket || "no.ticket";
}

/** A player's ticket of the asker's own game. */
async function gameTicketOf({ caller, own, role }: Asker): Promise<string> {
  if (role === "visitor") return "no.ticket";
  const reply = await caller.get(`/api/live/${own.game[1]}`);
  return ((await reply.json()) as { player?: { ticket: string } | null }).player?.ticket ?? "no.ticket";
}

function multipart(rest: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(rest)) {
    if (typeof value === "object" && value !== null && "text" in value && "name" in value)
      form.set(key, new File([String(value.text)], String(value.name)));
    else form.set(key, String(value));
  }
  return form;
}

/** How often a page may say that the house is busy: each time only after it has waited for its turn. */
const MOST_BUSY = 8;

/** Asks for a verb by its description. */
export async function askVerb(at: string, asker: Asker, input: Input): Promise<Heard> {
  for (let more = MOST_BUSY; ; more -= 1) {
    const heard = await askVerbOnce(at, asker, input);
    if (heard.status !== 503 || more === 0) return heard;
  }
}

async function askVerbOnce(at: string, asker: Asker, input: Input): Promise<Heard> {
  const [method = "", pattern = ""] = at.split(" ");
  const { path, rest } = filled(pattern, input, /:(\w+)/g);
  const { caller } = asker;
  if (method === "GET") {
    const query = new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)])).toString();
    return heardFrom(await caller.get(query === "" ? path : `${path}?${query}`));
  }
  if (at === "POST /api/attempts/:id/answers") return heardFrom(await caller.post(path, { ...rest, ticket: await ticketOf(asker) }));
  if (at === "POST /api/halls/:id/buzz")
    return heardFrom(await caller.post(`${path}?item=${rest["item"]}&ticket=${await hallTicketOf(asker)}`, {}));
  if (/^POST \/api\/games\/:id\/(answers|pulse|says)$/.test(at))
    return heardFrom(await caller.post(path, { ...rest, ticket: await gameTicketOf(asker) }));
  if ("file" in rest)
    return heardFrom(await fetch(caller.base + path, { method, headers: caller.headers(), body: multipart(rest), redirect: "manual" }));
  return heardFrom(await caller.post(path, rest));
}

/** Asks for a page as a browser does: where the house says it is busy, again, as its page would. */
export async function askPage(pattern: string, { caller }: Asker, input: Input): Promise<Heard> {
  const { path } = filled(pattern, input, /\[(\w+)\]/g);
  for (let more = MOST_BUSY; ; more -= 1) {
    const heard = await heardFrom(await caller.get(path, { accept: "text/html" }));
    if (heard.status !== 503 || more === 0) return heard;
  }
}
