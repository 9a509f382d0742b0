import { createHash, randomBytes } from "node:crypto";

// Crockford's letters: none can be taken for another when read aloud or copied by hand.
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new code of 130 bits, in groups of five letters and digits: `7K2QF-…`. Shown once; only `hashOfCode` is kept (TD5). */
export function makeCode(): string {
  const letters = [...randomBytes(26)].map((byte) => LETTERS[byte % 32]).join("");
  return letters.match(/.{1,5}/g)?.join("-") ?? letters;
}

/** sha256 of a code as typed: case, spaces and hyphens do not matter, O is 0, I and L are 1. */
export function hashOfCode(typed: string): string {
  const canonical = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return createHash("sha256").update(canonical).digest("hex");
}
