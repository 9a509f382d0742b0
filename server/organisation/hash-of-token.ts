import { createHash } from "node:crypto";

/** sha256 of a set-up token; the token itself is never stored. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");
