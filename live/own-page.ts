import type { IncomingHttpHeaders } from "node:http";

/** The same rule as the other door's (app/_http/origin.ts): a state change is asked for by a page of ours, or not at all (TE1). */
export function isOwnPage(headers: IncomingHttpHeaders, host: string, publicUrl: URL | null): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  return headers.origin === (publicUrl?.origin ?? `http://${host}`);
}
