import { randomInt } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// No letters or digits that look like one another: people type it from a terminal.
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH = 12;

/** The one password of all demo accounts: made once for each data directory and kept beside the data. Null when there is none and none is to be made. */
export function demoPassword(dataDir: string, make: boolean): string | null {
  const file = join(dataDir, "demo-password");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  if (!make) return null;
  const password = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}
