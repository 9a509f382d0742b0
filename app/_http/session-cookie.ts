import { decode, encode } from "next-auth/jwt";
import { isSecure } from "./origin.ts";

const LONGEST_S = 7 * 86_400;

/** The cookie next-auth keeps its token in. */
export const sessionCookieName = (): string => (isSecure() ? "__Host-zx-session" : "zx-session");

function secret(): string {
  const value = process.env["NEXTAUTH_SECRET"] ?? process.env["AUTH_SECRET"];
  if (!value || value.length < 32) throw new Error("AUTH_SECRET is missing or shorter than 32 characters");
  return value;
}

/** The sign-in that a cookie names, or null; whether it still stands is the database's to say. */
export async function sessionIdOf(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: secret() });
    const id = token?.["sid"];
    return typeof id === "string" && /^[0-9a-f-]{36}$/.test(id) ? id : null;
  } catch {
    return null; // tampered or signed with an older secret: nobody
  }
}

/** A Set-Cookie value that signs this browser in, in next-auth's own format. */
export async function sessionCookie(sessionId: string): Promise<string> {
  const token = await encode({ token: { sid: sessionId }, secret: secret(), maxAge: LONGEST_S });
  return `${sessionCookieName()}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${LONGEST_S}${isSecure() ? "; Secure" : ""}`;
}

/** A Set-Cookie value that forgets the sign-in. */
export const noSessionCookie = (): string =>
  `${sessionCookieName()}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${isSecure() ? "; Secure" : ""}`;
