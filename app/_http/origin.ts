/** The origin this installation answers at: PUBLIC_URL, else the Host that the live process vouched for (it passes on loopback and private hosts alone). */
export function originOf(headers: Headers): string {
  const fixed = process.env["PUBLIC_URL"];
  if (fixed) return new URL(fixed).origin;
  return `http://${headers.get("x-forwarded-host") ?? headers.get("host") ?? "127.0.0.1"}`;
}

/** Over https the cookies are `__Host-` and Secure. */
export const isSecure = (): boolean => process.env["PUBLIC_URL"]?.startsWith("https:") ?? false;

/** Whether pages of this origin cross a network in the clear: plain http, and not from this very machine. */
export function isInTheClear(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === "http:" && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$|\.localhost$/.test(hostname);
}

/** True when a state change was asked for by a page of ours: an absent or foreign Origin is not (TE1). */
export function isOwnPage(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  return headers.get("origin") === originOf(headers);
}

/** A path on this site and nothing else: no host, no backslash, no control character (TE5). */
export function ownPath(candidate: string | null | undefined, fallback: string): string {
  if (!candidate?.startsWith("/") || /^\/[/\\]|[\\\u0000-\u001f]/.test(candidate)) return fallback;
  const url = new URL(candidate, "http://own.invalid");
  // "/..//evil" is a path to the parser, and "//evil" once its dots are gone.
  return url.host === "own.invalid" && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}${url.hash}` : fallback;
}
