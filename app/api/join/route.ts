import { endpoint } from "#app/_http/endpoint.ts";
import { sessionCookie } from "#app/_http/session-cookie.ts";
import { joinByCode } from "#server/people/join-by-code.ts";

export const POST = endpoint(joinByCode, async ({ sessionId, account }) => ({
  body: { account },
  headers: { "set-cookie": await sessionCookie(sessionId) },
}));
