import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { VISITOR } from "#domain/people/viewer.ts";
import { isRefusal } from "#domain/refusal.ts";
import { findOidcPerson } from "#server/people/find-oidc-person.ts";
import { openSession } from "#server/people/sessions.ts";
import { signIn } from "#server/people/sign-in.ts";
import { isSecure } from "./origin.ts";
import { sessionCookieName } from "./session-cookie.ts";

type Headers = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

/** The organisation's own identity provider, when the environment names one. */
function oidcProvider(): NextAuthOptions["providers"] {
  const issuer = process.env["OIDC_ISSUER"];
  const clientId = process.env["OIDC_CLIENT_ID"];
  const clientSecret = process.env["OIDC_CLIENT_SECRET"];
  if (!issuer || !clientId || !clientSecret) return [];
  return [
    {
      id: "oidc",
      name: "OIDC",
      type: "oauth",
      wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId,
      clientSecret,
      authorization: { params: { scope: "openid profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      profile: (claims: { sub: string; preferred_username?: string; name?: string }) => ({
        id: claims.sub,
        name: claims.preferred_username ?? claims.sub,
      }),
    },
  ];
}

/** next-auth on our own sessions table: the token carries the sign-in's id and nothing a request would trust. */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: 7 * 86_400 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  useSecureCookies: isSecure(),
  cookies: {
    sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } },
  },
  providers: [
    Credentials({
      credentials: { account: {}, password: {} },
      async authorize(credentials, request) {
        const headers = (request.headers ?? {}) as Headers;
        const outcome = await signIn.call(
          { viewer: VISITOR, now: new Date(), requestId: "", address: one(headers["x-zx-address"]), device: one(headers["user-agent"]) },
          { account: credentials?.account, password: credentials?.password },
        );
        return outcome.ok ? { id: String(outcome.value.personId), sid: outcome.value.sessionId } : null;
      },
    }),
    ...oidcProvider(),
  ],
  callbacks: {
    async signIn({ account, profile }) {
      if (account?.provider !== "oidc") return true;
      try {
        await findOidcPerson(account.providerAccountId, (profile as { preferred_username?: string } | undefined)?.preferred_username);
        return true;
      } catch (error) {
        if (isRefusal(error)) return `/sign-in?refused=${error.code}`;
        throw error;
      }
    },
    async jwt({ token, user, account, profile }) {
      if (!account) return token;
      if (account.provider !== "oidc") return { sid: (user as { sid?: string }).sid };
      const personId = await findOidcPerson(
        account.providerAccountId,
        (profile as { preferred_username?: string } | undefined)?.preferred_username,
      );
      return { sid: await openSession(personId, "oidc", new Date()) };
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
};
