import { endpoint } from "#app/_http/endpoint.ts";
import { sessionCookie } from "#app/_http/session-cookie.ts";
import { signIn } from "#server/people/sign-in.ts";

export const POST = endpoint(signIn, async ({ sessionId }) => ({
  body: { signedIn: true },
  headers: { "set-cookie": await sessionCookie(sessionId) },
}));
