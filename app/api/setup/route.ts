import { endpoint } from "#app/_http/endpoint.ts";
import { sessionCookie } from "#app/_http/session-cookie.ts";
import { useSetupLink } from "#server/organisation/use-setup-link.ts";

export const POST = endpoint(useSetupLink, async ({ sessionId, account }) => ({
  body: { account },
  headers: { "set-cookie": await sessionCookie(sessionId) },
}));
