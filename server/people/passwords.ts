import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "#domain/refusal.ts";

// A hash nobody's password has: checking it for an unknown account costs the same time as for a known one (TD2).
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LW5vYm9keQ$6oEZ1pJCpNsYqvJ0bHVDOW7hUoOlcRr0OCLCHFhVqZo";
const CONTEXT_WORDS = [
  "zhixing",
  "知行",
  "password",
  "passw0rd",
  "qwerty",
  "admin123",
  "12345678",
  "11111111",
  "88888888",
  "abc123456",
  "woaini",
];

const canonical = (password: string) => password.normalize("NFKC");

/** argon2id (19 MiB, t = 2, p = 1) of a password in NFKC. */
export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password));
}

/** Whether the password is the one behind the hash; takes as long when there is no hash. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODY, canonical(password)).catch(() => false);
  return matches && passwordHash !== null;
}

/** Refuses a password that is too short, holds a NUL, repeats one character, or is built from the account or a common word. */
export function refuseWeakPassword(password: string, account: string): void {
  const plain = canonical(password).toLowerCase();
  const length = [...plain].length;
  if (length < 8) throw new Refusal("password-short", { minimum: 8, field: "password" });
  if (length > 200 || plain.includes("\u0000")) throw new Refusal("password-long", { maximum: 200, field: "password" });
  const weak = new Set(plain).size < 4 || plain.includes(account.toLowerCase()) || CONTEXT_WORDS.some((word) => plain.includes(word));
  if (weak) throw new Refusal("password-weak", { field: "password" });
}
