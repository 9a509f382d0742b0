import { createHmac, hkdfSync } from "node:crypto";

/**
 * The seed by which one person sees one version of a question outside a paper: always the same, and derived from AUTH_SECRET, for
 * who knew it could count back to the author's order, which of an ordering is the key.
 */
export function ownSeed(personId: number, questionVersionId: number): string {
  const secret = process.env["NEXTAUTH_SECRET"] ?? process.env["AUTH_SECRET"] ?? "";
  if (secret.length < 32) throw new Error("AUTH_SECRET is missing or shorter than 32 characters");
  const key = Buffer.from(hkdfSync("sha256", secret, "", "zhixing presentations 1", 32));
  return createHmac("sha256", key).update(`${personId}.${questionVersionId}`).digest("base64url");
}
