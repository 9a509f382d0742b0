import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { VISITOR } from "#domain/people/viewer.ts";
import { findViewer } from "#server/people/find-viewer.ts";
import type { Context } from "#server/verb.ts";
import { inTurn } from "./in-turn.ts";
import { originOf } from "./origin.ts";
import { sessionCookieName, sessionIdOf } from "./session-cookie.ts";

/** When the door received the request. The live process stamps it and removes any such header from outside. */
function arrivalOf(incoming: Headers): Date {
  const stamped = Number(incoming.get("x-zx-arrival"));
  return Number.isFinite(stamped) && stamped > 0 ? new Date(stamped) : new Date();
}

/** Context of a request, once per request: who, when, from where. */
export async function contextOf(incoming: Headers, sessionToken: string | undefined): Promise<Context> {
  const now = arrivalOf(incoming);
  const sessionId = await sessionIdOf(sessionToken);
  return {
    viewer: sessionId ? await findViewer(sessionId, now) : VISITOR,
    now,
    requestId: incoming.get("x-request-id") ?? randomUUID(),
    address: incoming.get("x-zx-address") ?? "unknown",
    device: incoming.get("user-agent") ?? "",
    origin: originOf(incoming),
  };
}

/** The same for a page; React keeps it for the length of one rendering. */
export const pageContext = cache(async (): Promise<Context> => {
  const [incoming, jar] = await Promise.all([headers(), cookies()]);
  return inTurn(() => contextOf(incoming, jar.get(sessionCookieName())?.value));
});
