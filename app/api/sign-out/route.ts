import { endpoint } from "#app/_http/endpoint.ts";
import { noSessionCookie } from "#app/_http/session-cookie.ts";
import { signOut } from "#server/people/sign-out.ts";

export const POST = endpoint(signOut, async (value) => ({
  body: value,
  headers: { "set-cookie": noSessionCookie(), "clear-site-data": '"cache", "storage"' },
}));
