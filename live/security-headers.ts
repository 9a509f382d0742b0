import { randomBytes } from "node:crypto";
import type { DoorSettings } from "./door-settings.ts";

const YEAR_S = 31_536_000;

/** Headers that every response carries. */
export function fixedHeaders({ publicUrl }: DoorSettings): Readonly<Record<string, string>> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cross-origin-opener-policy": "same-origin",
    ...(publicUrl?.protocol === "https:" ? { "strict-transport-security": `max-age=${YEAR_S}` } : {}),
  };
}

/** What our own small JSON may load: nothing. */
export const EMPTY_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * The content policy of one page, with a nonce that is never used again. A sign-in form may lead to the organisation's own identity
 * provider, because browsers check where a form is redirected to. Development needs eval and its socket.
 */
export function pagePolicy({ signInOrigin, isDevelopment }: DoorSettings): string {
  const nonce = randomBytes(16).toString("base64");
  return [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'self'",
    `form-action 'self'${signInOrigin ? ` ${signInOrigin}` : ""}`,
    "frame-ancestors 'none'",
  ].join("; ");
}
